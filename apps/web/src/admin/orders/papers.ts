/** At most as many papers as one print takes. */
export const mostPapers = 50

/** Where the papers of orders are printed together; null where there are none. */
export const printPath = (kind: 'packing-slip' | 'invoice', ids: readonly string[]): string | null =>
  ids.length === 0 ? null : `/documents/print?kind=${kind}&ids=${ids.slice(0, mostPapers).join(',')}`

/** An order has an invoice once it was paid, whatever became of it. */
export const isInvoiced = ({ payment }: { payment: 'unpaid' | 'paid' | 'refunded' }): boolean => payment !== 'unpaid'
