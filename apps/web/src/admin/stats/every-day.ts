interface Day {
  day: string
  revenueCents: number
  refundedCents: number
  paidOrders: number
}

const dayMs = 24 * 3600 * 1000
const most = 370

/** Every day from the first to the last, also those on which nothing was sold; at most a year. */
export function everyDay(from: string, to: string, sold: readonly Day[]): Day[] {
  const known = new Map(sold.map((day) => [day.day, day]))
  const first = Date.parse(`${from}T00:00:00Z`)
  const count = Math.min(most, Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1)
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const day = new Date(first + i * dayMs).toISOString().slice(0, 10)
    return known.get(day) ?? { day, revenueCents: 0, refundedCents: 0, paidOrders: 0 }
  })
}
