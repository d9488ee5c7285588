import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { addProduct, checkoutOf, orderPaid, refused } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

const seller = {
  ...{ name: 'Comptoir du Rhône', legalForm: 'SARL au capital de 5 000 €', address: ['3 quai Rambaud', '69002 Lyon'] },
  ...{ country: 'FR', siren: '123 456 789', vatNumber: 'FR32123456789', email: 'bonjour@rhone.test' },
}
const delivery = {
  ...{ names: { fr: 'Point relais', en: 'Pick-up point' }, amountCents: 250, freeFromCents: null },
  vatCategory: 'standard' as const,
}

test.each(engines)('invoices take the seller’s mentions at issue; issued ones keep theirs (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { admin } = await shop.staff()
  const alice = await shop.customer()
  const bowl = await addProduct(shop)
  const before = await orderPaid(alice, bowl)
  await admin.settings.update({ seller })
  const after = await orderPaid(alice, bowl)
  const sellerOf = async (id: `order_${string}`) => (await alice.shop.orders.invoice({ id })).invoice.seller
  expect(await sellerOf(before.id)).toMatchObject({ siren: '000 000 000' })
  expect(await sellerOf(after.id)).toMatchObject({
    siren: seller.siren,
    vatNumber: seller.vatNumber,
    email: seller.email,
  })
})

test('a new delivery price is in the next quote', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  await admin.settings.update({ delivery })
  const { quote } = await alice.shop.cart.get()
  expect(quote.totalCents).toBe(cart.quote.totalCents - 490 + 250)
  expect((await alice.shop.shop.info()).delivery).toEqual({ ...delivery, rateBp: 2000 })
})

test('anybody may know the shop’s name, and what was changed is on record', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  await admin.settings.update({ shopName: 'Comptoir du Rhône' })
  await admin.settings.update({ shopName: 'Comptoir du Rhône' })
  expect(await shop.guest().shop.shop.info()).toMatchObject({ name: 'Comptoir du Rhône', currency: 'EUR' })
  expect((await admin.audit.list({ action: 'settings.update' })).items).toMatchObject([
    { before: '{"shopName":"Comptoir"}', after: '{"shopName":"Comptoir du Rhône"}' },
  ])
})

test.each(engines)('what was changed reads the same on both engines (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { admin } = await shop.staff()
  await admin.settings.update({ seller })
  const [deed] = (await admin.audit.list({ action: 'settings.update' })).items
  expect(deed?.after).toBe(
    '{"seller":{"address":["3 quai Rambaud","69002 Lyon"],"country":"FR","email":"bonjour@rhone.test","legalForm":"SARL au capital de 5 000 €","name":"Comptoir du Rhône","siren":"123 456 789","vatNumber":"FR32123456789"}}',
  )
})

test.each(engines)('saying what is so already changes nothing and is no deed (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { admin } = await shop.staff()
  await admin.settings.update({ seller, delivery })
  await admin.settings.update({ seller, delivery })
  expect((await admin.audit.list({ action: 'settings.update' })).items).toHaveLength(1)
})

test('a mention that an invoice needs is not left out', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  for (const wrong of [
    { ...seller, siren: '12' },
    { ...seller, name: ' ' },
    { ...seller, address: [] },
  ])
    expect((await refused(admin.settings.update({ seller: wrong }))).problem?.code).toBe('input_invalid')
})

test.each(engines)(
  'changes at once come one after the other: each is on record with what it really changed (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { admin } = await shop.staff()
    const names = ['Un', 'Deux', 'Trois', 'Quatre']
    await Promise.all(names.map((shopName) => admin.settings.update({ shopName })))
    const rows = await shop.db.read.select().from(shop.db.read.tables.audit)
    const told = rows.filter(({ action }) => action === 'settings.update')
    const before = told.map((row) => (row.before as { shopName: string }).shopName)
    const { shopName: last } = await admin.settings.get()
    expect(before.toSorted()).toEqual(['Comptoir', ...names.filter((name) => name !== last)].toSorted())
  },
)

test('a new version of the terms is asked of the next buyer, and their order keeps it', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const alice = await shop.customer()
  const cart = await alice.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  await admin.settings.update({ termsVersion: '2027-01' })
  const seen = await refused(alice.shop.orders.checkout(checkoutOf(cart)))
  expect(seen.problem).toMatchObject({ code: 'terms_changed', details: { current: '2027-01' } })
  const now = await alice.shop.cart.get()
  await alice.shop.orders.checkout(checkoutOf(now))
  const [kept] = await shop.db.read.select().from(shop.db.read.tables.orders)
  expect(kept?.termsVersion).toBe('2027-01')
})
