/**
 * Lets something be heard from a source at most so often in one minute of the clock, in this process. When more sources came in that
 * minute than are told apart, a new one is not heard until the next. Answers false to what is too much.
 */
export function perMinute(clock: () => Date, { most, mostSources }: { most: number; mostSources: number }) {
  const heard = new Map<string, number>()
  let minute = 0
  return (source: string): boolean => {
    const now = Math.floor(clock().getTime() / 60_000)
    if (now !== minute) heard.clear()
    minute = now
    const before = heard.get(source)
    if (before === undefined ? heard.size >= mostSources : before >= most) return false
    heard.set(source, (before ?? 0) + 1)
    return true
  }
}
