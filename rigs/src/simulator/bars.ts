import type { Outcome } from './run-seeds.ts'

/** What each thousand steps must have tried at least, whoever throws the dice: a run that tried less proves nothing. */
const bars: Readonly<Record<string, number>> = {
  ...{ calls: 400, orders: 40, captures: 15, refunds: 6 },
  ...{ 'cart.add: done': 20, 'cart.setQuantity: done': 1, 'cart.remove: done': 0.5, 'cart.clear: done': 0.5 },
  ...{ 'orders.checkout: done': 15, 'orders.place: done': 10, 'orders.pay: done': 20, 'orders.confirm: done': 3 },
  ...{ 'orders.cancel: done': 5, 'cart.add: out_of_stock': 4, 'orders.checkout: cart_not_orderable': 0.02 },
  ...{ 'paying: paid': 10, 'paying: declined': 3, 'paying: action_required': 3, 'paying: pending': 3 },
  ...{ 'admin.validate: done': 5, 'admin.ship: done': 5, 'admin.deliver: done': 2, 'admin.cancel: done': 3 },
  ...{ 'admin.refund: done': 3, 'admin.adjustStock: done': 8, 'admin.reprice: done': 3, 'imports.start: done': 1 },
  ...{ 'gateway: never arrives': 2, 'gateway: arrives late': 2, 'gateway: answer lost': 2, 'gateway: arrived late': 1 },
  ...{ 'gateway: refund refused': 0.1, 'callbacks: first': 2, 'callbacks: again': 2, 'callbacks: stale': 0.2 },
  ...{
    'database busy': 3,
    'database busy: told so': 3,
    'restarts in the middle of work': 1,
    'sent again with the same key': 8,
  },
  ...{ 'several let go at once': 8, 'orders.checkout: quote_changed': 0.05, 'admin.refund: refund_failed': 0.05 },
}

/** What was tried, in lines to print; and what of it was too little, in words. */
export function tried({ counts, runs }: Outcome, steps: number): { lines: string[]; short: string[] } {
  const thousands = (runs * steps) / 1000
  const lines = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${count} ${name}`)
  const short = Object.entries(bars)
    .map(([name, bar]) => ({ name, least: Math.floor(bar * thousands), count: counts.get(name) ?? 0 }))
    .filter(({ least, count }) => count < least)
  return { lines, short: short.map(({ name, least, count }) => `tried too little: ${count} of ${least} ${name}`) }
}
