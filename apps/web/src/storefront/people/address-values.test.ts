import { expect, test } from 'vitest'
import { addressChecks, addressOf, typedOf } from './address-values.ts'

const home = {
  ...{ name: 'Camille Verne', line1: '8 rue des Lilas', line2: '', postcode: '69003', city: 'Lyon', phone: '' },
}
const checks = addressChecks((key) => key)

test('an address that is chosen at checkout is copied without its place in the book', () => {
  expect(typedOf({ ...home, id: 'address_1', isDefault: true } as typeof home)).toEqual(home)
})
test('a post code may be typed with a space', () => {
  expect(checks.postcode?.('69 003')).toBeNull()
  expect(addressOf({ ...home, postcode: '69 003' })).toMatchObject({ postcode: '69003', country: 'FR' })
})
test('a parcel needs a name, a street, a post code and a town, but no phone', () => {
  const missing = (['name', 'line1', 'line2', 'postcode', 'city', 'phone'] as const).filter((name) =>
    checks[name]?.(''),
  )
  expect(missing).toEqual(['name', 'line1', 'postcode', 'city'])
})
