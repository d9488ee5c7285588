/** A size in the unit in which people say it, with one decimal below ten. */
export function sizeOf(bytes: number): { unit: 'mb' | 'gb'; count: number } {
  const [unit, whole] = bytes < 1e9 ? (['mb', bytes / 1e6] as const) : (['gb', bytes / 1e9] as const)
  return { unit, count: whole < 10 ? Math.round(whole * 10) / 10 : Math.round(whole) }
}

/** How long something lasts, in whole minutes, hours or days. */
export function spanOf(ms: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 120) return { unit: 'minutes', count: minutes }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) }
}
