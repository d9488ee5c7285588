import type { Verdict } from './judge.ts'
import type { Planned } from './requests.ts'
import type { Came } from './send.ts'

interface Counts {
  tried: number
  accepted: number
  refused: number
  statuses: Map<number, number>
}

/** Counts calls per procedure and per status, and what took longest. */
export function summary() {
  const of = new Map<string, Counts>()
  const kinds = new Map<string, number>()
  const ways = new Map<string, number>()
  const statuses = new Map<number, number>()
  let requests = 0
  let longestPause = 0
  let slowest = { ms: 0, words: '' }
  const more = <K>(counts: Map<K, number>, key: K) => void counts.set(key, (counts.get(key) ?? 0) + 1)
  const countsOf = (name: string): Counts => {
    const counts = of.get(name) ?? { tried: 0, accepted: 0, refused: 0, statuses: new Map<number, number>() }
    of.set(name, counts)
    return counts
  }
  return {
    add({ sent, kind, badge }: Planned, came: Came, { calls }: Verdict): void {
      requests += 1
      more(kinds, kind)
      more(ways, sent.way)
      const words = `${kind} ${sent.way} ${sent.asked.map(({ path }) => path).join(',')} by ${badge.name}`
      if (came.ms > slowest.ms) slowest = { ms: came.ms, words }
      for (const [i, { face, path }] of sent.asked.entries()) {
        const status = (calls.length === sent.asked.length ? calls[i] : calls[0])?.status ?? came.status
        const counts = countsOf(`${face}.${path}`)
        counts.tried += 1
        if (status > 0 && status < 400) counts.accepted += 1
        else counts.refused += 1
        more(counts.statuses, status)
        more(statuses, status)
      }
    },
    pause: (ms: number) => void (longestPause = Math.max(longestPause, ms)),
    counts(): [string, number][] {
      const all = [...of.values()]
      const sum = (read: (counts: Counts) => number) => all.reduce((total, counts) => total + read(counts), 0)
      return [
        ...([
          ['requests', requests],
          ['calls', sum(({ tried }) => tried)],
        ] satisfies [string, number][]),
        ...([
          ['accepted', sum(({ accepted }) => accepted)],
          ['refused', sum(({ refused }) => refused)],
        ] satisfies [string, number][]),
        ['procedures tried', of.size],
      ]
    },
    /** Those of these procedures that were never tried, never taken or never refused. */
    untouched: (names: readonly string[]): string[] =>
      names.filter((name) => (of.get(name)?.accepted ?? 0) === 0 || (of.get(name)?.refused ?? 0) === 0),
    lines(): string[] {
      const told = (counts: Map<unknown, number>) =>
        [...counts].toSorted(([, a], [, b]) => b - a).map(([key, n]) => `${String(key)} ${n}`)
      const byStatus = (counts: Map<number, number>) =>
        [...counts]
          .toSorted(([a], [b]) => a - b)
          .map(([status, n]) => `${status === 0 ? 'cut' : status}: ${n}`)
          .join(' ')
      return [
        ...[...of]
          .toSorted(([a], [b]) => a.localeCompare(b))
          .map(
            ([name, { tried, accepted, statuses: own }]) =>
              `  ${name.padEnd(34)} ${String(tried).padStart(5)} calls, ${String(accepted).padStart(5)} taken; ${byStatus(own)}`,
          ),
        `  by status: ${byStatus(statuses)}`,
        `  by way: ${told(ways).join(', ')}`,
        `  by kind: ${told(kinds).join(', ')}`,
        `  slowest answer ${slowest.ms.toFixed(0)} ms (${slowest.words}); longest pause of the event loop ${longestPause.toFixed(0)} ms`,
      ]
    },
  }
}
