import type { Operation, TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'

interface Shown {
  /** `order_….token`, each opens one order. */
  orderAccess?: readonly string[]
  previewToken?: string
}

const shownBy = (op: Operation): Shown => op.context['shown'] ?? {}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What names an order, without the token that opens it; null where it shows none. */
function orderApart(value: unknown): { rest: Record<string, unknown>; orderAccess: string } | null {
  if (!isRecord(value)) return null
  const { accessToken, ...rest } = value
  const { id } = rest
  return typeof accessToken === 'string' && typeof id === 'string'
    ? { rest, orderAccess: `${id}.${accessToken}` }
    : null
}

/** A read without the secrets in its input, and those secrets. */
function apart({ path, input }: Operation): { input: unknown; shown: Shown } | null {
  if (!isRecord(input)) return null
  const { token, topics, ...rest } = input
  if (path === 'catalog.preview' && typeof token === 'string') return { input: rest, shown: { previewToken: token } }
  if (Array.isArray(topics)) {
    const found = topics.map(orderApart)
    const orderAccess = found.flatMap((one) => one?.orderAccess ?? [])
    const bare = topics.map((topic: unknown, i) => found[i]?.rest ?? topic)
    return { input: { ...input, topics: bare }, shown: { orderAccess } }
  }
  const order = orderApart(input)
  return order && { input: order.rest, shown: { orderAccess: [order.orderAccess] } }
}

/** Reads travel in an address, which logs keep: a secret among their input travels in a header instead. */
export const secretsLink =
  <R extends AnyTRPCRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) => {
    const found = op.type === 'mutation' ? null : apart(op)
    return next(found === null ? op : { ...op, input: found.input, context: { ...op.context, shown: found.shown } })
  }

/** The secrets of the calls that travel together: those of orders by their ids, those of previews by their place. */
export function secretHeaders(ops: readonly Operation[]): Record<string, string> {
  const shown = ops.map(shownBy)
  const access = [...new Set(shown.flatMap(({ orderAccess }) => orderAccess ?? []))]
  const previews = shown.map(({ previewToken }) => previewToken ?? '')
  return {
    ...(access.length > 0 && { 'order-access': access.join(' ') }),
    ...(previews.some((token) => token !== '') && { 'preview-token': previews.join(',') }),
  }
}
