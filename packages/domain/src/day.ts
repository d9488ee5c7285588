const formats = new Map<string, Intl.DateTimeFormat>()

const quarterMs = 900_000
let last = { timeZone: '', quarter: Number.NaN, day: '' }

/** The calendar day of an instant in a time zone, as YYYY-MM-DD: the shop's days begin at its own midnight. */
export function dayIn(timeZone: string, at: Date): string {
  // Days begin on a quarter of an hour in every time zone since 1972; an order asks for its day five times.
  const quarter = Math.floor(at.getTime() / quarterMs)
  if (quarter !== last.quarter || timeZone !== last.timeZone) last = { timeZone, quarter, day: formatDay(timeZone, at) }
  return last.day
}

function formatDay(timeZone: string, at: Date): string {
  const known = formats.get(timeZone)
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (known === undefined) formats.set(timeZone, format)
  return format.format(at)
}

const hourMs = 3_600_000

/** The first instant of a calendar day (YYYY-MM-DD) in a time zone, to the quarter of an hour that zones keep. */
export function startOfDay(timeZone: string, day: string): Date {
  let at = Date.parse(`${day}T00:00:00Z`) - 14 * hourMs
  while (dayIn(timeZone, new Date(at)) < day) at += hourMs / 4
  return new Date(at)
}

/** The calendar day that many days later (or earlier, below zero). */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10)
