/** What a page is for; no page is told by its address, so nobody is told by what they looked at. */
export const pageKinds = [
  'home',
  'list',
  'product',
  'cart',
  'checkout',
  'order',
  'account',
  'console',
  'other',
] as const
export type PageKind = (typeof pageKinds)[number]

/** Largest paint, movement of the page, answer to a hand, first byte: as Core Web Vitals name them. */
export const measures = ['LCP', 'CLS', 'INP', 'TTFB'] as const
export type Measure = (typeof measures)[number]

/** Good, by the web's own agreement, when three visits out of four are at or under it: ms, and thousandths for CLS. */
export const goodUpTo = { LCP: 2500, CLS: 100, INP: 200, TTFB: 800 } as const satisfies Record<Measure, number>
export const goodShare = 0.75

const ms = [50, 100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1800, 2100, 2500, 3000, 4000, 5000, 7000]
const msEdges = [...ms, 10_000, 15_000, 30_000, 60_000]
const shiftEdges = [0, 5, 10, 20, 35, 50, 75, 100, 150, 200, 250, 400, 600, 1000, 5000]

/** The kind of the page at a path of ours. */
export function pageKindOf(path: string): PageKind {
  const [face = '', place = '', ...rest] = path.split('/').filter((part) => part !== '')
  if (face === 'admin') return 'console'
  if (place === '') return 'home'
  if (place === 'products') return rest.length === 0 ? 'list' : 'product'
  if (place === 'cart' || place === 'checkout' || place === 'account') return place
  return place === 'orders' && rest.length > 0 ? 'order' : 'other'
}

/** The upper edge of the bucket that a value counts in, in ms, or in thousandths for CLS; what is above all edges counts in the last. */
export function bucketOf(measure: Measure, value: number): number {
  const [edges, whole] = measure === 'CLS' ? [shiftEdges, value * 1000] : [msEdges, value]
  return edges.find((edge) => whole <= edge) ?? edges[edges.length - 1] ?? 0
}

/** At or under which bucket's edge this share of all counted values lies; null when nothing was counted. */
export function quantile(buckets: readonly { upTo: number; count: number }[], share: number): number | null {
  const wanted = share * buckets.reduce((sum, { count }) => sum + count, 0)
  let sum = 0
  for (const { upTo, count } of buckets.toSorted((a, b) => a.upTo - b.upTo)) {
    sum += count
    if (count > 0 && sum >= wanted) return upTo
  }
  return null
}
