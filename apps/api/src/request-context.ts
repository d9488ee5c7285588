import { type Locale, Refusal } from '@comptoir/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context, CookieName, CurrentUser, Reply, Services } from './context.ts'
import { findSession } from './services/sessions.ts'
import { findToken, looksLikeToken } from './services/tokens.ts'

/** Cookie names: `__Host-` where the shop is served over https. SAFETY S-10. */
export const cookieName = (name: CookieName, secure: boolean) => `${secure ? '__Host-' : ''}comptoir_${name}`

/** The first of our languages that the caller asks for; French otherwise. */
export function localeOf(header: string | undefined): Locale {
  const asked = /(?:^|,)\s*(fr|en)\b/i.exec((header ?? '').slice(0, 200))
  return asked?.[1]?.toLowerCase() === 'en' ? 'en' : 'fr'
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

/** One key per call of the batch; an empty place is a call without a key. */
const keysOf = (header: string | undefined): (string | null)[] =>
  header === undefined ? [] : header.split(',').map((key) => key.trim() || null)

function replyOf(reply: FastifyReply, secure: boolean): Reply {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    setCookie: (name, value, maxAge) =>
      void reply.setCookie(cookieName(name, secure), value, { ...options, maxAge, signed: name !== 'session' }),
    clearCookie: (name) => void reply.clearCookie(cookieName(name, secure), options),
    setHeader: (name, value) => void reply.header(name, value),
  }
}

function signedCookie(request: FastifyRequest, name: string): string | null {
  const raw = request.cookies[name]
  if (raw === undefined || raw === '') return null
  const { valid, value } = request.unsignCookie(raw)
  return valid && value ? value : null
}

const oneSecret = /^[A-Za-z0-9_-]{1,100}$/
const listOf = (header: string | undefined): (string | null)[] =>
  (header ?? '')
    .split(',')
    .slice(0, 10)
    .map((text) => (oneSecret.test(text.trim()) ? text.trim() : null))

/** Orders whose tokens a program shows, for its buyer's steps or for reading: whichever the token opens. At most ten. */
const orderAccessOf = (header: string | undefined): [string, string][] =>
  [...orderTokensOf((header ?? '').slice(0, 2000))].slice(0, 10).flatMap(([id, token]): [string, string][] => [
    [id, token],
    [`read-${id}`, token],
  ])

/** Guest orders of this browser: `order_id.token` pairs. */
const orderTokensOf = (cookie: string | null): Map<string, string> =>
  new Map(
    (cookie ?? '')
      .split(' ')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf('.')), pair.slice(pair.indexOf('.') + 1)])
      .filter(([id, token]) => id !== '' && token !== ''),
  )

/**
 * The secret of a bearer header, its scheme in any case (RFC 9110); null where none is shown. What cannot be a secret is empty: it opens
 * nothing, and its caller must not pass for a guest.
 */
function bearerIn(header: string | undefined): string | null {
  const shown = /^bearer(?:[ \t]+(.*))?$/i.exec((header ?? '').trim())
  if (shown === null) return null
  const secret = shown[1] ?? ''
  return /^\S{1,200}$/.test(secret) ? secret : ''
}

/** Who shows this bearer secret. An access token that opens nothing is refused whatever is asked. Refuses: token_ended. */
async function bearerOf(services: Services, secret: string): Promise<CurrentUser | null> {
  if (!looksLikeToken(secret)) return findSession(services, secret, 'token')
  const user = await findToken(services, secret)
  if (user === null) throw new Refusal('token_ended', {})
  return user
}

/** Who calls, in which language, with which keys: made once per request. */
export async function createContext(
  services: Services,
  face: 'shop' | 'admin',
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const { secure } = services
  const bearer = bearerIn(request.headers.authorization)
  const cookie = request.cookies[cookieName('session', secure)]
  const asking =
    bearer !== null
      ? bearerOf(services, bearer)
      : cookie
        ? findSession(services, cookie, 'cookie')
        : Promise.resolve(null)
  const { user, ...rest } = await asking.then(
    (found) => ({ user: found }),
    (failure: unknown) => ({ user: null, failure }),
  )
  const cartHeader = one(request.headers['cart-token'])
  const byHeader = cartHeader !== undefined || bearer !== null
  const asked = cartHeader === 'new' ? null : (cartHeader ?? null)
  return {
    ...services,
    face,
    user,
    ...rest,
    staleToken: bearer !== null && user === null,
    cartToken: byHeader ? asked : signedCookie(request, cookieName('cart', secure)),
    tokensBy: byHeader ? 'header' : 'cookie',
    orderTokens: new Map([
      ...orderTokensOf(signedCookie(request, cookieName('orders', secure))),
      ...orderAccessOf(one(request.headers['order-access'])),
    ]),
    locale: localeOf(request.headers['accept-language']),
    keys: keysOf(one(request.headers['idempotency-key'])),
    key: null,
    previewTokens: listOf(one(request.headers['preview-token'])),
    previewToken: null,
    requestId: request.id,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    reply: replyOf(reply, secure),
  }
}
