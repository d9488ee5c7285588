import { expect, test } from 'vitest'
import { addProduct, anAddress } from '../../../apps/api/src/testing-orders.ts'
import { createShopClient, problemOf } from './index.ts'
import { openTestServer } from './testing.ts'

/** A fetch that remembers each address it was asked for. */
function addressBook() {
  const addresses: string[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    addresses.push(typeof input === 'object' && 'url' in input ? input.url : String(input))
    return globalThis.fetch(input, init)
  }
  return { fetch, addresses }
}

test('a guest’s program opens its orders, and no secret stands in an address', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const { fetch, addresses } = addressBook()
  const client = createShopClient({ url: server.url, fetch, tokens: {} })
  const place = () =>
    client.orders.place.mutate({
      ...{ lines: [{ variantId: bowl.variantId, quantity: 1 }], email: 'camille@email.test', address: anAddress },
      ...{ expectedTotalCents: 1690, termsVersion: '2026-11', card: 'card_success' },
    })
  const [one, two] = [await place(), await place()]
  const [first, second] = [one, two].map(({ order, accessToken }) => ({ id: order.id, accessToken: accessToken ?? '' }))
  if (first === undefined || second === undefined) throw new Error('two orders')
  const answers = await Promise.all([
    client.orders.get.query(first),
    client.orders.get.query(second),
    client.orders.invoice.query(first),
  ])
  expect(answers.map((answer) => ('reference' in answer ? answer.reference : null)).slice(0, 2)).toEqual([
    one.order.reference,
    two.order.reference,
  ])
  await expect(client.orders.get.query({ ...first, accessToken: second.accessToken })).rejects.toSatisfy(
    (error) => problemOf(error)?.code === 'order_not_found',
  )
  const heard = new Promise((resolve) => {
    const { unsubscribe } = client.orders.onChange.subscribe(
      { ...first, lastEventId: '0' },
      {
        onData: (event) => {
          unsubscribe()
          resolve(event)
        },
      },
    )
  })
  expect(await heard).toBeTruthy()
  const followed = new Promise((resolve, reject) => {
    const both = client.live.follow.subscribe(
      {
        topics: [
          { about: 'order', ...first },
          { about: 'order_messages', ...second },
          { about: 'stock', productId: bowl.id },
        ],
      },
      {
        onData: (event) => {
          both.unsubscribe()
          resolve(event)
        },
        onError: reject,
      },
    )
  })
  expect(await followed).toBeTruthy()
  for (const address of addresses)
    for (const { accessToken } of [first, second]) expect(decodeURIComponent(address)).not.toContain(accessToken)
})

test('a draft is opened by its link, whose token stands in no address', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop, { state: 'draft' })
  const { admin } = await server.shop.staff('catalogue')
  const { token } = await admin.products.previewLink({ id: bowl.id })
  const { fetch, addresses } = addressBook()
  const client = createShopClient({ url: server.url, fetch })
  const [draft] = await Promise.all([client.catalog.preview.query({ token }), client.catalog.categories.query()])
  expect(draft.id).toBe(bowl.id)
  expect(addresses.join(' ')).not.toContain(token)
  const refused = client.catalog.preview.query({ token: 'nothing-that-opens-any-draft' })
  await expect(refused).rejects.toSatisfy((error) => problemOf(error)?.code === 'preview_ended')
})
