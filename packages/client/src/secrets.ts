import type { Operation, TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'

interface Shown {
  /** `order_….token`: opens one order. */
  orderAccess?: string
  previewToken?: string
}

const shownBy = (op: Operation): Shown => op.context['shown'] ?? {}

/** A read without the secret in its input, and that secret. */
function apart({ path, input }: Operation): { input: unknown; shown: Shown } | null {
  if (typeof input !== 'object' || input === null) return null
  const { accessToken, token, ...rest } = input as Record<string, unknown>
  if (path === 'catalog.preview' && typeof token === 'string') return { input: rest, shown: { previewToken: token } }
  const { id } = rest
  if (typeof accessToken !== 'string' || typeof id !== 'string') return null
  return { input: token === undefined ? rest : { ...rest, token }, shown: { orderAccess: `${id}.${accessToken}` } }
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
