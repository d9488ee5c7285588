import type { Operation, TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'

/** 160 random bits: a key that nobody guesses is what a guest's repeat is found by. */
export function newKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(20))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const keyOf = (op: Operation): string => {
  const key = op.context['idempotencyKey']
  return typeof key === 'string' ? key : ''
}

/**
 * Gives each mutation its key, before anything may repeat it. A caller who wants to repeat a call in another process passes its own:
 * `mutate(input, { context: { idempotencyKey } })`, 22 to 255 letters, digits, `-` and `_`,
 * drawn at random.
 */
export const idempotencyLink =
  <R extends AnyTRPCRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) => {
    if (op.type !== 'mutation') return next(op)
    const idempotencyKey = keyOf(op) || newKey()
    if (!/^[\w-]{22,255}$/.test(idempotencyKey))
      throw new Error('An idempotency key is 22 to 255 letters, digits, "-" and "_".')
    return next({ ...op, context: { ...op.context, idempotencyKey } })
  }

/** One key per call of the batch, in order; none for reads. */
export const keyHeader = (ops: readonly Operation[]): Record<string, string> =>
  ops.some((op) => keyOf(op) !== '') ? { 'idempotency-key': ops.map(keyOf).join(',') } : {}
