import type { Reader } from '@comptoir/db'
import * as speeds from '@comptoir/db/stores/page-speeds'
import { goodShare, goodUpTo, measures, pageKinds, quantile } from '@comptoir/domain/speed'
import type { PageSpeedView } from './system-view.ts'

const shownMs = 28 * 24 * 3600 * 1000

/** How quickly pages stood before their readers in the last 28 days, by kind of page and measure. */
export async function showSpeeds(read: Reader, now: Date): Promise<PageSpeedView[]> {
  const rows = await speeds.sumSince(read, new Date(now.getTime() - shownMs).toISOString().slice(0, 10))
  return pageKinds.flatMap((kind) =>
    measures.flatMap((measure) => {
      const buckets = rows.filter((row) => row.kind === kind && row.measure === measure)
      const upTo = quantile(buckets, goodShare)
      const visits = buckets.reduce((sum, { count }) => sum + count, 0)
      return upTo === null ? [] : [{ kind, measure, upTo, visits, good: upTo <= goodUpTo[measure] }]
    }),
  )
}
