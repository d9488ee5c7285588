/** Adds an order that was just placed; one that is told twice counts once, a later step of an order is no news. */
export function withOrder(known: ReadonlySet<string>, told: { orderId: string; kind: string }): ReadonlySet<string> {
  return told.kind !== 'created' || known.has(told.orderId) ? known : new Set([...known, told.orderId])
}
