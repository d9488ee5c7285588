import type { IncomingMessage } from 'node:http'
import type { Services } from './context.ts'
import { canBeHost } from './lean-rpc.ts'
import { cookieName, localeOf } from './request-context.ts'

/** What everybody is answered alike, whoever asks: it hangs on the input, the language and the shelf alone. */
const publicReads = new Set([
  'catalog.list',
  'catalog.get',
  'catalog.facets',
  'catalog.suggest',
  'catalog.categories',
  'catalog.home',
])
const longestAddress = 1000
const longestBadge = 2000
const quarterMs = 900_000

/** What a key is made of: Fastify's request and Node's own both have it. */
type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** Where an answer is kept, and what its being right hangs on: the shelf, what was sold too, or all that the shop knows of a caller. */
export interface KeptUnder {
  key: string
  of: 'shelf' | 'sales' | 'caller'
}

/**
 * Under which key the answer of a request may be kept: one or several public reads by GET from someone without a session, or the question who
 * calls. Null for everything else. What is wanted in the shop changes with its day, which begins on a quarter of an hour in every time zone.
 */
export function keptUnder(
  { method, url = '', headers }: Asked,
  path: string,
  { secure, clock }: Pick<Services, 'secure' | 'clock'>,
): KeptUnder | null {
  if (method !== 'GET' || url.length > longestAddress || headers['idempotency-key'] !== undefined) return null
  if (headers['trpc-accept'] !== undefined || headers.accept?.includes('jsonl') === true) return null
  if (headers['content-type'] !== undefined || !canBeHost(headers.host ?? 'localhost')) return null
  const { authorization = '', cookie = '' } = headers
  if (authorization !== '' || cookie.includes(`${cookieName('session', secure)}=`))
    return path === 'auth.me' && authorization.length + cookie.length < longestBadge
      ? { key: `${authorization} ${cookie} ${url}`, of: 'caller' }
      : null
  if (!publicReads.has(path) && !path.split(',').every((one) => publicReads.has(one))) return null
  const ofSales = path.includes('catalog.home')
  const quarter = ofSales ? Math.floor(clock().getTime() / quarterMs) : 0
  return { key: `${localeOf(headers['accept-language'])} ${quarter} ${url}`, of: ofSales ? 'sales' : 'shelf' }
}
