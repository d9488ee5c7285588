import type { ClientOptions, Tokens } from './options.ts'
import { waitMsOf } from './wait.ts'

/** How one client reaches the shop: its address, who calls in which language, and the fetch that does it. */
export interface Requests {
  url: string
  headers(): Record<string, string>
  send(url: string | URL | Request, init: object): Promise<Response>
}

const bearerHeader = ({ bearer }: Tokens) => (bearer ? { authorization: `Bearer ${bearer}` } : {})
// `new` asks the shop to hand out a token in the answer instead of setting a cookie.
const cartHeader = ({ cart }: Tokens) => ({ 'cart-token': cart || 'new' })

/** Reads the options once; tokens and language are looked at again at each call. */
export function requestsOf(face: 'shop' | 'admin', options: ClientOptions): Requests {
  const { credentials, locale } = options
  const tokens = credentials === undefined ? (options.tokens ?? {}) : null
  return {
    url: `${options.url.toString().replace(/\/+$/, '')}/rpc/${face}`,
    headers: () => ({
      ...(tokens !== null && bearerHeader(tokens)),
      ...(tokens !== null && face === 'shop' && cartHeader(tokens)),
      ...(locale !== undefined && { 'accept-language': typeof locale === 'function' ? locale() : locale }),
    }),
    async send(url, init) {
      const fetch = options.fetch ?? globalThis.fetch
      const answer = await fetch(url, { ...init, ...(credentials !== undefined && { credentials }) })
      const cart = answer.headers.get('cart-token')
      if (tokens !== null && cart) tokens.cart = cart
      return answer
    },
  }
}

/** A failure below the shop's own words: a proxy's page, a refused origin. Carries the status, and how long to wait. */
const httpFailure = ({ status, headers }: Response, words: string) =>
  Object.assign(new Error(words || `The shop answered with status ${status}.`), { status, waitMs: waitMsOf(headers) })

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The words of an answer that is not tRPC's, or null when it is tRPC's. */
function foreignWords(body: unknown): string | null {
  const first: unknown = Array.isArray(body) ? body[0] : body
  if (isObject(first) && ('result' in first || isObject(first['error']))) return null
  return isObject(first) && typeof first['error'] === 'string' ? first['error'] : ''
}

/** What tRPC reads of an answer. */
export interface Answer {
  ok: boolean
  status: number
  headers: Headers
  json(): Promise<unknown>
}

/** Answers that are not tRPC's become an error with their status, so that the retry and the caller can tell them apart. */
export async function readAnswer(answer: Response): Promise<Answer> {
  if (answer.ok) return answer
  const body: unknown = await answer.json().catch(() => null)
  const words = foreignWords(body)
  if (words !== null) throw httpFailure(answer, words)
  return { ok: false, status: answer.status, headers: answer.headers, json: async () => body }
}
