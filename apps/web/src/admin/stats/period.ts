import { dayPlus } from '@comptoir/domain'

const dayMs = 24 * 3600 * 1000

/** How many days a stretch has, both ends included. */
export const daysIn = ({ from, to }: { from: string; to: string }): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1

/** The stretch of the same length that ends the day before. */
export function periodBefore(period: { from: string; to: string }): { from: string; to: string } {
  const days = daysIn(period)
  return { from: dayPlus(period.from, -days), to: dayPlus(period.from, -1) }
}

/** The change against before in basis points, rounded to whole percents; null where there was nothing. */
export const changeOf = (now: number, before: number): number | null =>
  before === 0 ? null : Math.round(((now - before) / before) * 100) * 100
