import { expect, test } from 'vitest'
import { may, type Permission, permissions, permissionsOf } from './permission.ts'
import { isStaff, normaliseEmail, roles } from './user.ts'

test('customers hold no permission of the staff, the admin holds all', () => {
  expect(permissionsOf('customer')).toEqual([])
  expect(permissionsOf('admin')).toEqual(Object.keys(permissions))
  expect(roles.filter((role) => !isStaff(role))).toEqual(['customer'])
})

test('money goes back only by finance, goods leave only by support, the catalogue is written by its own', () => {
  const holders = (permission: Permission) => roles.filter((role) => may(role, permission))
  expect(holders('orders:refund')).toEqual(['finance', 'admin'])
  expect(holders('orders:fulfil')).toEqual(['support', 'admin'])
  expect(holders('products:write')).toEqual(['catalogue', 'admin'])
})

test('one address is one account, however it is typed', () => {
  expect(normaliseEmail('  Alice@Email.TEST ')).toBe('alice@email.test')
  expect(normaliseEmail('ame\u0301lie@email.test')).toBe('amélie@email.test')
})
