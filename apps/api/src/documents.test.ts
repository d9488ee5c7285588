import fastifyCookie from '@fastify/cookie'
import { engines } from '@comptoir/db/testing'
import { describe, expect, test } from 'vitest'
import { addProduct, order, orderPaid } from './testing-orders.ts'
import { wordsOfPdf } from './testing-papers.ts'
import { listen, type TestServer } from './testing-server.ts'
import { openTestShop, type TestShop } from './testing.ts'

const session = ({ secret }: { secret: string }) => ({ cookie: `comptoir_session=${secret}` })
const guestCookie = (value: string) =>
  `comptoir_orders=${encodeURIComponent(fastifyCookie.sign(value, 'c'.repeat(40)))}`
const noOrder = 'order_00000000000000000000000000'

async function bytesOf(answer: Response): Promise<Buffer> {
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}
/** What a refused caller reads, without what differs in every answer. */
const refusalOf = async (answer: Response) => ({ status: answer.status, body: await answer.text() })

/** A paid order of alice that was called off: it has an invoice and a credit note. */
async function papers(shop: TestShop) {
  const alice = await shop.customer()
  const { id } = await orderPaid(alice, await addProduct(shop), 2)
  await alice.shop.orders.cancel({ id })
  return { alice, id, paths: [`/documents/invoice/${id}.pdf`, '/documents/credit-note/A2026-000001.pdf'] }
}

test('what the shop holds about a person is handed out a few times an hour, then it says when again', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const alice = await shop.customer()
  const ask = () => server.get('/documents/my-data.json', session(alice))
  for (let i = 0; i < 20; i++) expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
})

describe('the papers of an order', () => {
  test('open for whoever bought, with their number as name, and are kept by no cache', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const { alice, paths } = await papers(shop)
    for (const [i, name] of ['F2026-000001', 'A2026-000001'].entries()) {
      const answer = await server.get(paths[i] ?? '', session(alice))
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('content-disposition')).toBe(`inline; filename=${name}.pdf`)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const first = await bytesOf(answer)
      expect((await wordsOfPdf(first)).join(' ')).toContain(name)
      expect((await bytesOf(await server.get(paths[i] ?? '', session(alice)))).equals(first)).toBe(true)
    }
  })

  test('open for a guest by the cookie of the browser, and for a program by its header', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const guest = shop.guest()
    const { id } = await orderPaid(guest, await addProduct(shop))
    const path = `/documents/invoice/${id}.pdf`
    const token = guest.bag.orderTokens.get(id) ?? ''
    const byCookie = await bytesOf(
      await server.get(path, { cookie: guestCookie(guest.bag.cookies.get('orders') ?? '') }),
    )
    const byHeader = await bytesOf(await server.get(path, { 'access-token': token }))
    expect(byHeader.equals(byCookie)).toBe(true)
    expect((await server.get(`${path}?accessToken=${token}&access-token=${token}`)).status).toBe(404)
    expect((await server.get(path, { cookie: `comptoir_orders=${id}.${token}` })).status).toBe(404)
  })

  test('of someone else answer byte for byte like missing ones', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const { paths } = await papers(shop)
    const missing = [`/documents/invoice/${noOrder}.pdf`, '/documents/credit-note/A2026-000009.pdf']
    const bob = await shop.customer()
    const clerk = await shop.staff('catalogue')
    for (const headers of [{}, session(bob), session(clerk), { 'access-token': 'x'.repeat(43) }])
      for (const [i, path] of paths.entries()) {
        const theirs = await refusalOf(await server.get(path, headers))
        expect(theirs.status).toBe(404)
        expect(theirs).toEqual(await refusalOf(await server.get(missing[i] ?? '', headers)))
      }
    expect(await shop.db.read.$count(shop.db.read.tables.documentFiles)).toBe(0)
  })

  test('are refused to a token that has ended, and say so in the language of the caller', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const { paths } = await papers(shop)
    const ended = await server.get(paths[0] ?? '', { authorization: `Bearer ${'x'.repeat(43)}` })
    expect(ended.status).toBe(401)
    const french = await server.get(`/documents/invoice/${noOrder}.pdf`, { 'accept-language': 'fr' })
    expect(await french.json()).toEqual({ error: 'Cette commande n’existe pas.', code: 'order_not_found' })
    expect((await server.get('/documents/invoice/nonsense.pdf')).status).toBe(404)
  })

  test.each(engines)('with a number that was never one are missing, whatever it holds (%s)', async (engine) => {
    await using shop = await openTestShop({ engine })
    await using server = await listen(shop)
    for (const number of ['%00', 'A2026-000001%00', 'A2026-000001%0d%0aset-cookie:x=y', 'a'.repeat(1000)]) {
      const answer = await server.get(`/documents/credit-note/${number}.pdf`)
      expect(answer.status, number).toBe(404)
    }
  })

  test('do not exist for an unpaid order', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const alice = await shop.customer()
    const { id } = await order(alice, await addProduct(shop))
    const answer = await server.get(`/documents/invoice/${id}.pdf`, session(alice))
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'invoice_not_found' })
  })
})

describe('what staff print', () => {
  const print = (server: TestServer, query: string, headers: Record<string, string>) =>
    server.get(`/documents/print?${query}`, headers)

  test('is open to those who read orders, and to nobody else', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const { alice, id, paths } = await papers(shop)
    const all = [...paths, `/documents/packing-slip/${id}.pdf`, `/documents/print?kind=invoice&ids=${id}`]
    const support = await shop.staff('support')
    for (const path of all) await bytesOf(await server.get(path, session(support)))
    const clerk = await shop.staff('catalogue')
    for (const path of all.slice(2)) {
      expect((await server.get(path)).status).toBe(401)
      expect((await server.get(path, session(alice))).status).toBe(403)
      expect((await server.get(path, session(clerk))).status).toBe(403)
    }
  })

  test('comes as one file in the order asked for, each order once', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const alice = await shop.customer()
    const bowl = await addProduct(shop)
    const [first, second] = [await orderPaid(alice, bowl), await orderPaid(alice, bowl)]
    const support = session(await shop.staff('support'))
    const ids = [second.id, first.id, second.id].join(',')
    for (const kind of ['packing-slip', 'invoice']) {
      const sheets = await wordsOfPdf(await bytesOf(await print(server, `kind=${kind}&ids=${ids}`, support)))
      expect(sheets).toHaveLength(2)
      expect(sheets[0]).toContain(second.reference)
      expect(sheets[1]).toContain(first.reference)
    }
  })

  test('is refused whole when it asks for too many, for nothing, or for an order that is not there', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const support = session(await shop.staff('support'))
    const many = Array.from({ length: 51 }, (_, i) => `order_${String(i).padStart(26, '0')}`).join(',')
    for (const query of ['', 'kind=invoice', 'kind=poem&ids=', `kind=invoice&ids=${many}`, 'kind=invoice&ids=order_1'])
      expect((await print(server, query, support)).status).toBe(422)
    expect((await print(server, `kind=packing-slip&ids=${noOrder}`, support)).status).toBe(404)
  })
})
