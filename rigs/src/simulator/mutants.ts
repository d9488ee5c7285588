import type { Mutant } from './bundle-worker.ts'

const take = {
  file: 'packages/db/src/stores/stock.ts',
  cut: ".where(and(eq(v.id, hole('variantId', v.id)), possible))",
  put: ".where(eq(v.id, hole('variantId', v.id)))",
}
const placement = {
  file: 'packages/domain/src/cart/check-cart.ts',
  cut: 'if (demandOf(cart, line.variantId) > offer.available)',
  put: 'if (Number.isNaN(demandOf(cart, line.variantId)))',
}
const moving = 'if (attempts.some((one) => isUnknown(one.state))) '

/** Guards of the product, each of which the simulator must miss within 300 seeds. */
export const mutants: readonly Mutant[] = [
  { name: 'the stock check at the take', edits: [take] },
  { name: 'the stock checks at the take and at the placement', edits: [take, placement] },
  {
    name: "the attempt's state check after the gateway answered",
    edits: [
      {
        file: 'apps/api/src/features/billing/complete-payment.ts',
        cut: 'if (!isUnknown(payment.state)) return null\n  const settled',
        put: 'const settled',
      },
    ],
  },
  {
    name: 'the look for an attempt under way before another is begun',
    edits: [
      {
        file: 'apps/api/src/features/billing/pay-order.ts',
        cut: 'if (asked !== undefined)',
        put: 'if (asked !== undefined && input.card === "")',
      },
    ],
  },
  {
    name: 'the look for money on its way before a cancellation',
    edits: [
      { file: 'apps/api/src/features/billing/refund-order.ts', cut: `${moving}refuse('payment_in_progress')`, put: '' },
    ],
  },
  {
    // Either of the two is enough but for a payment that begins between the look and the write.
    name: 'the waits of the expiry for a payment in flight, at its look for late orders and at its write',
    edits: [
      { file: 'apps/api/src/features/orders/expire-orders.ts', cut: `${moving}return false`, put: '' },
      { file: 'packages/db/src/stores/orders.ts', cut: ', notExists(asked)))', put: '))' },
    ],
  },
]
