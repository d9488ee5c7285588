import { expect, test } from 'vitest'
import { createServer } from '../../server.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

/** The shop behind a real port, for as long as the test runs. */
async function listen(shop: TestShop) {
  const app = await createServer(shop.services, {
    ...{ publicUrl: new URL('http://shop.test'), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
    ...{ production: false, ready: async () => true },
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { address, [Symbol.asyncDispose]: () => app.close() }
}

/** Events of a stream as they come over the wire; `cut` drops the connection. */
async function openStream(address: string, cookie: string, lastEventId?: string) {
  const cut = new AbortController()
  const headers = { cookie: `comptoir_session=${cookie}`, ...(lastEventId && { 'last-event-id': lastEventId }) }
  const answer = await fetch(`${address}/rpc/shop/support.onMessage?input={}`, { headers, signal: cut.signal })
  const events = (async function* () {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line): [string, string] => [
              line.slice(0, line.indexOf(':')),
              line.slice(line.indexOf(':') + 1).trim(),
            ]),
        )
        text = text.slice(end + 2)
        yield { type: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: fields.get('data') ?? '' }
      }
    }
  })()
  const next = async (type: string) => {
    for (;;) {
      const { value, done } = await events.next()
      if (done) throw new Error('the stream ended')
      if (value.type === type && (type !== 'message' || value.id !== '')) return value
    }
  }
  return { status: answer.status, next, cut: () => cut.abort() }
}
const bodyOf = ({ data }: { data: string }): unknown => (JSON.parse(data) as { body: unknown }).body

test('a connection that is cut goes on at the next message: nothing missed, nothing twice', async () => {
  await using shop = await openTestShop()
  const [alice, desk] = [await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create({ subject: 'Livraison', body: 'Où est mon colis ?' })
  await shop.services.events.settled()
  await using server = await listen(shop)
  const said: string[] = []
  const say = async (body: string) => {
    said.push(body)
    await desk.admin.support.reply({ id, body })
  }
  const heard: unknown[] = []
  let lastId: string | undefined
  for (let connection = 0; connection < 4; connection++) {
    const stream = await openStream(server.address, alice.secret, lastId)
    if (connection === 0) await stream.next('connected')
    for (let i = 0; i < 3; i++) {
      await say(`Message ${connection}.${i}`)
      const event = await stream.next('message')
      heard.push(bodyOf(event))
      lastId = event.id
    }
    await say(`Avant la coupure ${connection}`)
    stream.cut()
    await say(`Pendant la coupure ${connection}`)
  }
  const stream = await openStream(server.address, alice.secret, lastId)
  while (heard.length < said.length) heard.push(bodyOf(await stream.next('message')))
  expect(heard).toEqual(said)
  stream.cut()
})

test('a stream over the wire ends with a typed refusal when its person signs out', async () => {
  await using shop = await openTestShop()
  const [alice, desk] = [await shop.customer(), await shop.staff('support')]
  const { id } = await alice.shop.support.create({ subject: 'Livraison', body: 'Où est mon colis ?' })
  await shop.services.events.settled()
  await using server = await listen(shop)
  const stream = await openStream(server.address, alice.secret)
  await stream.next('connected')
  await alice.shop.auth.logout()
  await desk.admin.support.reply({ id, body: 'Trop tard' })
  const { data } = await stream.next('serialized-error')
  expect(JSON.parse(data)).toMatchObject({ data: { code: 'UNAUTHORIZED', problem: { code: 'session_ended' } } })
  expect(data).not.toContain('Trop tard')
  stream.cut()
})
