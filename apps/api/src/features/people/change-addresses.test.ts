import { expect, test } from 'vitest'
import { addProduct, anAddress, checkoutOf, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

const home = { ...anAddress, line1: '1 place Bellecour' }

test('the first address is the default; another one takes its place when asked', async () => {
  await using shop = await openTestShop()
  const { shop: alice } = await shop.customer()
  await alice.addresses.save(anAddress)
  const { items } = await alice.addresses.save({ ...home, isDefault: true })
  expect(items.map(({ line1, isDefault }) => [line1, isDefault])).toEqual([
    [anAddress.line1, false],
    [home.line1, true],
  ])
  const back = await alice.addresses.setDefault({ id: items[0]?.id as `address_${string}` })
  expect(back.items.map(({ isDefault }) => isDefault)).toEqual([true, false])
})

test('when the default goes, the next address becomes it', async () => {
  await using shop = await openTestShop()
  const { shop: alice } = await shop.customer()
  const { items } = await alice.addresses.save(anAddress)
  await alice.addresses.save(home)
  const left = await alice.addresses.remove({ id: items[0]?.id as `address_${string}` })
  expect(left.items).toMatchObject([{ line1: home.line1, isDefault: true }])
})

test('editing or removing an address never changes a placed order', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { items } = await alice.shop.addresses.save(anAddress)
  const saved = items[0] ?? expect.fail('an address was saved')
  const { id: savedId, isDefault: _, ...address } = saved
  const cart = await alice.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  const { order } = await alice.shop.orders.checkout({ ...checkoutOf(cart), address })
  const id = savedId as `address_${string}`
  await alice.shop.addresses.save({ ...home, id })
  const asPlaced = () => alice.shop.orders.get({ id: order.id })
  expect((await asPlaced()).address).toEqual(address)
  await alice.shop.addresses.remove({ id })
  expect((await asPlaced()).address).toEqual(address)
})

test.each(['sqlite', 'postgres'] as const)(
  'a book holds twenty addresses, also from many tabs at once (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { shop: alice } = await shop.customer()
    const many = Array.from({ length: 24 }, (_, i) =>
      problemCode(alice.addresses.save({ ...anAddress, line1: `${i + 1} rue des Lilas`, isDefault: true })).catch(
        () => 'saved',
      ),
    )
    const outcomes = await Promise.all(many)
    expect(outcomes.filter((one) => one === 'saved')).toHaveLength(20)
    expect(outcomes.filter((one) => one === 'address_book_full')).toHaveLength(4)
    const { items } = await alice.addresses.list()
    expect(items).toHaveLength(20)
    expect(items.filter(({ isDefault }) => isDefault)).toHaveLength(1)
  },
)
