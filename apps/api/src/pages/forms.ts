import type { Locale } from '@comptoir/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, Services } from '../context.ts'
import { createContext } from '../request-context.ts'
import { callShop } from './call-shop.ts'

/** Shows a page in the answer to a form, with what became of it in words. */
export type ShowPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: { href: string; told: string; status: number },
) => Promise<FastifyReply>

/** What one form asks for, where it leads then, and which page says why not. */
interface Form {
  path: string
  input: (sent: URLSearchParams) => unknown
  onward: (sent: URLSearchParams, locale: Locale) => string
  otherwise: (sent: URLSearchParams, locale: Locale) => string
}

const last = (sent: URLSearchParams, name: string): string => sent.getAll(name).at(-1) ?? ''
const whole = (text: string): number | undefined => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : undefined)
const toCart = (_: URLSearchParams, locale: Locale) => `/${locale}/cart`
/** A path of our own; an address that leads elsewhere would make the form a trap. */
const back = (sent: URLSearchParams, locale: Locale) => {
  const path = last(sent, 'back')
  return /^\/(?![/\\])[^\p{Cc}]{0,499}$/u.test(path) ? path : `/${locale}/account`
}

const addToCart: Form = {
  path: 'cart.add',
  // The article that was chosen in a list comes after the one that the page opened with.
  input: (sent) => ({ variantId: last(sent, 'variantId'), quantity: whole(last(sent, 'quantity')) ?? 1 }),
  onward: toCart,
  otherwise: toCart,
}
const setQuantity: Form = {
  path: 'cart.setQuantity',
  input: (sent) => ({
    lineId: last(sent, 'lineId'),
    quantity: (whole(last(sent, 'quantity')) ?? 1) + (Number(last(sent, 'step')) || 0),
  }),
  onward: toCart,
  otherwise: toCart,
}
const removeLine: Form = { ...setQuantity, path: 'cart.remove', input: (sent) => ({ lineId: last(sent, 'lineId') }) }
const signIn: Form = {
  path: 'auth.login',
  input: (sent) => ({ email: last(sent, 'email').trim(), password: last(sent, 'password') }),
  onward: back,
  otherwise: (sent, locale) => `/${locale}/sign-in?${new URLSearchParams({ back: back(sent, locale) })}`,
}

const forms: Record<string, (sent: URLSearchParams) => Form> = {
  'cart/add': () => addToCart,
  'cart/line': (sent) => (sent.has('remove') ? removeLine : setQuantity),
  'sign-in': () => signIn,
}

/**
 * What pages do without a script: forms under `/do/` call the same procedures and lead on with 303; a refusal is said on the page
 * where it belongs, with its own status. They take only forms of our own pages (the origin check stands before them).
 */
export async function mountForms(app: FastifyInstance, services: Services, show: ShowPage): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, new URLSearchParams(body.toString())),
    )
    for (const [name, formOf] of Object.entries(forms))
      scope.post(`/do/${name}`, async (request: FastifyRequest, reply: FastifyReply) => {
        const sent = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
        const form = formOf(sent)
        const locale: Locale = last(sent, 'locale') === 'en' ? 'en' : 'fr'
        const ctx: Context = { ...(await createContext(services, 'shop', request, reply)), locale }
        void reply.header('cache-control', 'no-store')
        const answer = await callShop(ctx, { path: form.path, type: 'mutation', input: form.input(sent) })
        if ('data' in answer) return reply.redirect(form.onward(sent, locale), 303)
        const told = answer.error.message
        return show(request, reply, { href: form.otherwise(sent, locale), told, status: statusOf(answer.error.data) })
      })
  })
}

const statusOf = (data: unknown): number => {
  const status = typeof data === 'object' && data !== null && 'httpStatus' in data ? data.httpStatus : 500
  // What a form says that cannot be taken is answered like any other input of the shop.
  return typeof status !== 'number' ? 500 : status === 400 ? 422 : status
}
