import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { type OpenedPage, framed } from './page-renderer.ts'
import { sendKept, sendOwn } from './send-page.ts'

const unpackers = { br: createBrotliDecompress, gzip: createGunzip, identity: null }

/** A shop with one page, which `draw` draws. */
async function openOnePage(draw: OpenedPage['draw']) {
  const app = Fastify()
  const failures: unknown[] = []
  const page = { draw, state: () => '{"a":1}' }
  app.get('/', (request, reply) =>
    sendOwn(
      request,
      reply,
      {
        status: 410,
        pieces: (answer) =>
          framed(
            {
              opening: `<head><script nonce="${answer?.nonce}">`,
              between: '</head><body>',
              closing: (state) => `<i>${state}</i></body>`,
            },
            page,
            answer,
          ),
      },
      (error) => failures.push(error),
    ),
  )
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  return {
    failures,
    /** The answer as far as its headers, and its text piece by piece. */
    async read(encoding: keyof typeof unpackers = 'identity') {
      const asked = get(address, { headers: { 'accept-encoding': encoding } })
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      const unpack = unpackers[encoding]
      const text = unpack === null ? answer : answer.pipe(unpack())
      text.setEncoding('utf8')
      return { asked, answer, pieces: Readable.prototype[Symbol.asyncIterator].call(text) }
    },
    [Symbol.asyncDispose]: () => app.close(),
  }
}
const rest = async (pieces: AsyncIterator<string>) => {
  let text = ''
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) text += next.value
  return text
}

test.each(['identity', 'gzip', 'br'] as const)(
  'the head of one reader’s page arrives with its status before the page is drawn (%s)',
  async (encoding) => {
    const drawing = Promise.withResolvers<void>()
    await using shop = await openOnePage(async function* () {
      await drawing.promise
      yield '<title>Tea</title>'
      yield '<main>Tea</main>'
    })
    const { answer, pieces } = await shop.read(encoding)
    expect(answer.statusCode).toBe(410)
    expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
    const first = await pieces.next()
    expect(first.value).toMatch(/^<head><script nonce="[^"]+">$/)
    drawing.resolve()
    expect(await rest(pieces)).toBe('<title>Tea</title></head><body><main>Tea</main><i>{"a":1}</i></body>')
    expect(shop.failures).toEqual([])
  },
)

test('one reader’s page is nobody else’s: never stored, and a new nonce each time', async () => {
  await using shop = await openOnePage(async function* () {
    yield ''
  })
  const nonces = new Set<string>()
  for (const _ of [1, 2]) {
    const { answer, pieces } = await shop.read()
    expect(answer.headers['cache-control']).toBe('no-store')
    const [, nonce = ''] = /nonce="(.{24})"/.exec(await rest(pieces)) ?? []
    expect(answer.headers['content-security-policy']).toContain(`;script-src 'self' 'nonce-${nonce}';`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(2)
})

test('a page that cannot be drawn here is left to the browser, and the shop hears why', async () => {
  // oxlint-disable-next-line require-yield
  await using shop = await openOnePage(async function* () {
    throw new Error('broken')
  })
  const { pieces } = await shop.read('br')
  expect(await rest(pieces)).toMatch(/^<head><script nonce="[^"]+"><\/head><body><i><\/i><\/body>$/)
  expect(shop.failures).toEqual([new Error('broken')])
})

test('a reader who leaves in the middle ends the drawing', async () => {
  const ended = Promise.withResolvers<void>()
  await using shop = await openOnePage(async function* () {
    try {
      for (;;) yield '<p>Tea</p>'.repeat(10_000)
    } finally {
      ended.resolve()
    }
  })
  const { asked, pieces } = await shop.read()
  await pieces.next()
  asked.destroy()
  await expect(rest(pieces)).rejects.toThrow('aborted')
  await ended.promise
  expect(shop.failures).toEqual([])
})

test.each([
  [200, 'public'],
  [404, 'public'],
  [410, 'public'],
  [429, 'no-store'],
  [503, 'no-store'],
])('of the pages that all see alike, one of status %i is %s to caches on the way', async (status, said) => {
  await using app = Fastify()
  const html = Buffer.from('<p>Tea</p>')
  app.get('/', (request, reply) =>
    sendKept(request, reply, { status, etag: 'W/"1"', html, br: html, gzip: html }, "default-src 'self'"),
  )
  const { headers, statusCode } = await app.inject('/')
  expect([statusCode, String(headers['cache-control']).split(',')[0]]).toEqual([status, said])
})

test.each([
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0.0, br;q=0.001', 'br'],
  ['br ; q=0,gzip;q=0', undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['identity', undefined],
])('a page for whoever takes "%s" is packed as %s', async (taken, packed) => {
  await using app = Fastify()
  const html = Buffer.from('<p>Tea</p>')
  app.get('/', (request, reply) =>
    sendKept(request, reply, { status: 200, etag: 'W/"1"', html, br: html, gzip: html }, "default-src 'self'"),
  )
  const { headers } = await app.inject({ url: '/', headers: { 'accept-encoding': taken } })
  expect(headers['content-encoding']).toBe(packed)
})

test.each([
  [200, 304],
  [404, 404],
  [410, 410],
  [503, 503],
])('a reader who has a page of status %i already is answered %i', async (status, answered) => {
  await using app = Fastify()
  const html = Buffer.from('<p>Tea</p>')
  app.get('/', (request, reply) =>
    sendKept(request, reply, { status, etag: 'W/"1"', html, br: html, gzip: html }, "default-src 'self'"),
  )
  const { statusCode } = await app.inject({ url: '/', headers: { 'if-none-match': 'W/"1"' } })
  expect(statusCode).toBe(answered)
})
