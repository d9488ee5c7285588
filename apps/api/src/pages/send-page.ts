import { randomBytes } from 'node:crypto'
import { PassThrough, pipeline } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { contentPolicy } from '../security-headers.ts'
import type { KeptPage, Moved } from './kept-pages.ts'
import type { Page } from './page-renderer.ts'

// A weight of nothing says that it is not taken.
const takes = (name: string) => new RegExp(String.raw`\b${name}\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))`, 'i')
const taken = { br: takes('br'), gzip: takes('gzip') }
const encodingOf = ({ headers }: FastifyRequest): 'br' | 'gzip' | null =>
  (['br', 'gzip'] as const).find((name) => taken[name].test(headers['accept-encoding'] ?? '')) ?? null

const forAll = 'public, max-age=0, s-maxage=30, stale-while-revalidate=60'
/** What stays as it is for a while; a page that is refused for now is not. */
const lasting = new Set([200, 404, 410])

/** A page that is there as bytes, for everybody alike. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage, policy: string): FastifyReply {
  void reply
    .code(page.status)
    .headers({ 'cache-control': lasting.has(page.status) ? forAll : 'no-store', etag: page.etag })
    .headers({ 'content-security-policy': policy, vary: 'accept-encoding, cookie' })
  // Only of a page that is there can it be said that nothing changed (RFC 9110, 13.2.1).
  if (page.status === 200 && request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  const encoding = encodingOf(request)
  if (encoding !== null) void reply.header('content-encoding', encoding)
  return reply.type('text/html; charset=utf-8').send(encoding === null ? page.html : page[encoding])
}

// The next piece is made when the one before is on its way.
const oneByOne = { writableHighWaterMark: 1 }
// Each leaves as soon as it is packed. Quality 4 packs a page in half a millisecond; the default of 11 takes tens of them.
const packers = {
  br: () =>
    createBrotliCompress({
      ...oneByOne,
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 },
    }),
  gzip: () => createGzip({ ...oneByOne, flush: constants.Z_SYNC_FLUSH }),
}

/**
 * A page for one reader, sent while it is drawn, with a nonce for the script that stands in it. `failed` hears why it could not be drawn; since
 * its status is on its way by then, the browser draws it.
 */
export function sendOwn(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  failed: (error: unknown) => void,
): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  void reply
    .code(page.status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', vary: 'accept-encoding' })
    .header('content-security-policy', contentPolicy([`'nonce-${nonce}'`]))
  const encoding = encodingOf(request)
  if (encoding !== null) void reply.header('content-encoding', encoding)
  const body = encoding === null ? new PassThrough(oneByOne) : packers[encoding]()
  // What breaks it is told to its reader; one who left is nobody's fault.
  pipeline(page.pieces({ nonce, failed }), body, () => {})
  return reply.send(body)
}

/** Where a page lives now, or where its reader has to go first. */
export const sendMoved = (reply: FastifyReply, { status, location }: Moved): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(location, status)
