import { dayIn } from '@comptoir/domain'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../testing.ts'
import { dayOfQuarter } from './figures.ts'

const quarterMs = 900_000
const quarterOf = (instant: string): number => Date.parse(instant) / quarterMs

onEachDatabase('the days of the figures', (open) => {
  test.each(['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'UTC'])(
    'counts each quarter of an hour under its own day, also where the clocks change (%s)',
    async (timeZone) => {
      await using db = await open()
      const { read } = db
      const [first, last] = [quarterOf('2026-03-01T00:00:00Z'), quarterOf('2026-11-30T00:00:00Z')]
      const day = read.dialect.dayText(dayOfQuarter(timeZone, { first, last })(sql`q`))
      const quarters = sql`(with recursive every(q) as (
        select cast(${first} as integer) union all select q + 1 from every where q < ${last}) select q from every) as every_quarter`
      const rows = await read.select({ q: sql<number>`q`.mapWith(Number), day: sql<string>`${day}` }).from(quarters)
      const wrong = rows.filter((row) => row.day !== dayIn(timeZone, new Date(row.q * quarterMs)))
      expect([rows.length, wrong]).toEqual([last - first + 1, []])
    },
  )
})
