import { refusalOf } from '@comptoir/db'
import { findOrderOfCreditNote } from '@comptoir/db/stores/document-files'
import * as orders from '@comptoir/db/stores/orders'
import { type Id, isId, problemOfRefusal, refuse } from '@comptoir/domain'
import { may } from '@comptoir/domain/people'
import { PrintInput } from '@comptoir/domain/orders/inputs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, Services } from './context.ts'
import { exportOwnAccount } from './features/account/export-account.ts'
import { readOrder } from './features/orders/read-order.ts'
import { fullDisk, problemStatus, retryAfterOf } from './problem-status.ts'
import { createContext, localeOf } from './request-context.ts'
import { allowScope } from './services/tokens.ts'

/** Who asks for a paper. Refuses: session_ended, token_ended, scope_missing, too_many_requests. */
async function callerOf(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const ctx = await createContext(services, 'shop', request, reply)
  if (ctx.failure !== undefined) throw new Error('it is not known who asks', { cause: ctx.failure })
  ctx.calls.count(ctx)
  if (ctx.staleToken) refuse('session_ended')
  allowScope(ctx, 'orders:read')
  return ctx
}

const readsOrders = ({ user }: Context): boolean => user !== null && may(user.role, 'orders:read')

/** The order whose papers are asked for, if this caller may read it: staff, its buyer, whoever looked it up. Refuses: order_not_found. */
async function orderFor(ctx: Context, id: string, request: FastifyRequest): Promise<Id<'order'>> {
  if (!isId('order', id)) return refuse('order_not_found')
  if (readsOrders(ctx)) return (await orders.getOrder(ctx.db.read, id)).id
  const header = request.headers['access-token']
  const accessToken = typeof header === 'string' && header.length <= 200 ? header : undefined
  return (await readOrder(ctx, { id, accessToken })).order.id
}

/** Another's credit note answers like a missing one. Refuses: credit_note_not_found. */
async function creditNoteFor(ctx: Context, number: string, request: FastifyRequest): Promise<Id<'order'>> {
  // What is no number may hold what no database takes.
  const id = /^[A-Z0-9-]{1,40}$/.test(number) ? await findOrderOfCreditNote(ctx.db.read, number) : undefined
  if (id === undefined) return refuse('credit_note_not_found')
  return orderFor(ctx, id, request).catch((error: unknown) => {
    if (refusalOf(error)?.code === 'order_not_found') return refuse('credit_note_not_found')
    throw error
  })
}

/** Refuses: sign_in_first, not_allowed. */
async function staffOf(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const ctx = await callerOf(services, request, reply)
  if (ctx.user === null) refuse('sign_in_first')
  return readsOrders(ctx) ? ctx : refuse('not_allowed')
}

const send = (reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }) =>
  reply
    .header('content-disposition', `inline; filename=${name}.pdf`)
    // A browser's own PDF reader needs what the policy of pages forbids; a PDF of ours holds no script.
    .header('content-security-policy', "frame-ancestors 'none'")
    .type('application/pdf')
    .send(bytes)

// Loaded by the first paper that is asked for.
const papers = () => import('./features/documents/print-documents.ts')

/**
 * The papers of orders as PDF: invoices and credit notes for whoever may read the order, packing slips and many at once for staff; and what the
 * shop holds about whoever asks, as a file.
 * Never a token in the address: a browser sends its cookies, a program `authorization` or `access-token`. A25, B19, T11.
 */
export async function mountDocuments(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'))
      scope.setErrorHandler((error, request, reply) => {
        const refusal = refusalOf(error)
        if (refusal === undefined) throw error
        if (refusal.code === 'disk_full') services.log.error({ err: error, requestId: request.id }, fullDisk)
        const { code, kind, message } = problemOfRefusal(refusal, localeOf(request.headers['accept-language']))
        const later = retryAfterOf(refusal)
        if (later !== null) void reply.header('retry-after', later)
        return reply.code(problemStatus[kind]).send({ error: message, code })
      })
      scope.get<{ Params: { id: string } }>('/invoice/:id.pdf', async (request, reply) => {
        const ctx = await callerOf(services, request, reply)
        return send(
          reply,
          await (await papers()).invoiceFile(services, await orderFor(ctx, request.params.id, request)),
        )
      })
      scope.get<{ Params: { number: string } }>('/credit-note/:number.pdf', async (request, reply) => {
        const ctx = await callerOf(services, request, reply)
        const { number } = request.params
        return send(
          reply,
          await (await papers()).creditNoteFile(services, await creditNoteFor(ctx, number, request), number),
        )
      })
      scope.get<{ Params: { id: string } }>('/packing-slip/:id.pdf', async (request, reply) => {
        const ctx = await staffOf(services, request, reply)
        return send(
          reply,
          await (await papers()).packingSlips(services, [await orderFor(ctx, request.params.id, request)]),
        )
      })
      // What a browser takes along without a script; a program asks the procedure.
      scope.get('/my-data.json', async (request, reply) => {
        const ctx = await callerOf(services, request, reply)
        const { user } = ctx
        if (user === null) return refuse('sign_in_first')
        if (user.token !== null) return refuse('token_refused')
        const data = await exportOwnAccount({ ...ctx, user })
        return reply
          .header('content-disposition', 'attachment; filename=comptoir-my-data.json')
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(data, null, 2))
      })
      scope.get<{ Querystring: unknown }>('/print', async (request, reply) => {
        await staffOf(services, request, reply)
        const asked = PrintInput.safeParse(request.query)
        if (!asked.success) {
          const fields = asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
          return refuse('input_invalid', { fields })
        }
        const { kind, ids } = asked.data
        const { printedInvoices, packingSlips } = await papers()
        return send(reply, await (kind === 'invoice' ? printedInvoices : packingSlips)(services, ids))
      })
    },
    { prefix: '/documents' },
  )
}
