import type { Reader } from '@comptoir/db'
import * as catalog from '@comptoir/db/stores/catalog'
import * as figures from '@comptoir/db/stores/figures'
import { readSettings } from '@comptoir/db/stores/settings'
import { dayIn, dayPlus, type Locale } from '@comptoir/domain'
import { fewLeftFrom, optionWords } from '@comptoir/domain/catalog'
import { orderStatuses } from '@comptoir/domain/orders'
import type { StatsView } from './stats-view.ts'

/** Ten years: a longer range is cut at its beginning, and the answer says from which day it counts. */
const mostDays = 3653

export interface OverviewAsked {
  from?: string | undefined
  to?: string | undefined
  locale: Locale
  now: Date
}

/** The shop's figures for a range of its days (the last 30 when none is given), from counts that the writes keep. */
export async function overview(db: Reader, asked: OverviewAsked): Promise<StatsView> {
  const { timeZone, currency } = await readSettings(db)
  const to = asked.to ?? dayIn(timeZone, asked.now)
  const earliest = dayPlus(to, 1 - mostDays)
  const wanted = asked.from ?? dayPlus(to, -29)
  const from = wanted < earliest ? earliest : wanted
  const { days, statuses, top } = await figures.readFigures(db, from, to)
  const low = await figures.listLowStock(db, fewLeftFrom, 20)
  const ids = [...top, ...low].map((row) => row.productId)
  const names = await figures.productNames(db, [...new Set(ids)], asked.locale)
  const options = await catalog.optionsOf(db, [...new Set(low.map((row) => row.productId))])
  const sumOf = (pick: (day: (typeof days)[number]) => number) => days.reduce((sum, day) => sum + pick(day), 0)
  const revenueCents = sumOf((day) => day.revenueCents)
  const paidOrders = sumOf((day) => day.paidOrders)
  const counts = new Map(statuses.map((row) => [row.status, row.orders]))
  return {
    ...{ from, to, currency, revenueCents, paidOrders },
    refundedCents: sumOf((day) => day.refundedCents),
    averageBasketCents: paidOrders === 0 ? 0 : Math.round(revenueCents / paidOrders),
    days,
    ordersByStatus: orderStatuses.map((status) => ({ status, orders: counts.get(status) ?? 0 })),
    topProducts: top.map((row) => ({ ...row, name: names.get(row.productId) ?? '' })),
    lowStock: low.map(({ values, ...row }) => ({
      ...row,
      name: names.get(row.productId) ?? '',
      optionWords: optionWords(options.get(row.productId) ?? [], values, asked.locale),
    })),
  }
}
