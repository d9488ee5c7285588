import type { Database } from '@comptoir/db'
import * as limits from '@comptoir/db/stores/limits'
import { Refusal, refuse } from '@comptoir/domain'
import type { Logger } from 'pino'
import type { Context, Reply, Services } from '../context.ts'
import { limitKey, sourceOf } from './limits.ts'

/** How much one caller may ask; 0 sets no limit. Calls are counted per minute: each call of a batch is one. */
export interface CallLimits {
  callsPerAddress: number
  callsPerAccount: number
  callsPerToken: number
  /** Streams that may stand at a time, for an account or a token, and for an address. */
  streamsPerCaller: number
  streamsPerAddress: number
}
export const noLimits: CallLimits = {
  ...{ callsPerAddress: 0, callsPerAccount: 0, callsPerToken: 0, streamsPerCaller: 0, streamsPerAddress: 0 },
}

const windowMs = 60_000
/** So many windows are written in one transaction. */
const mostRows = 200

/** The calls of one caller in this window: those that the database knows of, and those that were counted here since. */
interface Counted {
  key: string
  startedAt: number
  stored: number
  fresh: number
}
type Asking = Pick<Context, 'user' | 'address'> & { reply: Pick<Reply, 'setHeader'> }

/** Counts the calls and streams of callers; see docs/decisions/0006. */
export interface CallCounter {
  /** Counts one call and says in the answer's headers what is left. Refuses: too_many_requests. */
  count(ctx: Asking): void
  /** Counts a stream until the answered function is called. Refuses: too_many_streams. */
  openStream(ctx: Asking): () => void
  /** Writes what was counted since the last time, and learns what other processes counted. */
  settle(): Promise<void>
}

/** Opens the counter with what the database remembers: a restart forgets no call that was settled. */
export async function startCallCounter(
  { db, clock, log }: { db: Database; clock: Services['clock']; log: Logger },
  { callsPerAddress, callsPerAccount, callsPerToken, streamsPerCaller, streamsPerAddress }: CallLimits,
): Promise<CallCounter> {
  const remembered = await limits.listSince(db.read, 'calls-', new Date(clock().getTime() - windowMs))
  const known = new Map(remembered.map(({ key, startedAt, count }) => [key, { startedAt, count }]))
  const windows = new Map<string, Counted>()
  const streams = new Map<string, number>()

  const noneCounted = callsPerAddress + callsPerAccount + callsPerToken === 0

  const over = ({ startedAt }: Counted, now: number) => startedAt + windowMs <= now || startedAt > now
  function windowOf(bucket: string, now: number): Counted {
    const found = windows.get(bucket)
    if (found !== undefined && !over(found, now)) return found
    const key = found?.key ?? limitKey(bucket)
    const before = known.get(key)
    known.delete(key)
    const begun: Counted = { key, startedAt: before?.startedAt.getTime() ?? now, stored: before?.count ?? 0, fresh: 0 }
    const window = over(begun, now) ? { key, startedAt: now, stored: 0, fresh: 0 } : begun
    windows.set(bucket, window)
    return window
  }

  function count({ user, address, reply }: Asking): void {
    if (noneCounted) return
    const now = clock().getTime()
    const asked: [name: string, who: string | undefined, most: number][] = [
      ['address', callsPerAddress === 0 ? undefined : sourceOf(address), callsPerAddress],
      ['account', user?.id, callsPerAccount],
      ['token', user?.token?.id, callsPerToken],
    ]
    const counted = asked.flatMap(([name, who, most]) =>
      who === undefined || most === 0 ? [] : [{ name, most, window: windowOf(`calls-${name}:${who}`, now) }],
    )
    if (counted.length === 0) return
    const full = counted.filter(({ window, most }) => window.stored + window.fresh >= most)
    if (full.length === 0) for (const { window } of counted) window.fresh += 1
    const seconds = ({ startedAt }: Counted) => Math.max(1, Math.ceil((startedAt + windowMs - now) / 1000))
    // As the draft of the IETF says it (draft-ietf-httpapi-ratelimit-headers): each policy by its name, then what is left of each.
    const left = ({ window, most }: (typeof counted)[number]) => Math.max(0, most - window.stored - window.fresh)
    const policies = counted.map(({ name, most }) => `"${name}";q=${most};w=${windowMs / 1000}`)
    reply.setHeader('ratelimit-policy', policies.join(', '))
    reply.setHeader(
      'ratelimit',
      counted.map((one) => `"${one.name}";r=${left(one)};t=${seconds(one.window)}`).join(', '),
    )
    if (full.length === 0) return
    const retryAfterSeconds = Math.max(...full.map(({ window }) => seconds(window)))
    reply.setHeader('retry-after', String(retryAfterSeconds))
    refuse('too_many_requests', { retryAfterSeconds })
  }

  function openStream({ user, address }: Asking): () => void {
    const caller = user?.token?.id ?? user?.id
    const places: [place: string, most: number][] = [[`address ${sourceOf(address)}`, streamsPerAddress]]
    if (caller !== undefined) places.push([`caller ${caller}`, streamsPerCaller])
    for (const [place, most] of places)
      if (most > 0 && (streams.get(place) ?? 0) >= most) refuse('too_many_streams', { most, retryAfterSeconds: 30 })
    for (const [place] of places) streams.set(place, (streams.get(place) ?? 0) + 1)
    let open = true
    return () => {
      if (!open) return
      open = false
      for (const [place] of places) {
        const rest = (streams.get(place) ?? 1) - 1
        if (rest > 0) streams.set(place, rest)
        else streams.delete(place)
      }
    }
  }

  async function settle(): Promise<void> {
    const now = clock()
    const due = [...windows.values()].filter(({ fresh }) => fresh > 0)
    for (let at = 0; at < due.length; at += mostRows) {
      const part = due.slice(at, at + mostRows).map((window) => ({ window, more: window.fresh }))
      const staleAt = new Date(now.getTime() - windowMs)
      const stored = await db.write(async (tx) => {
        const rows: limits.Window[] = []
        for (const { window, more } of part)
          rows.push(await limits.add(tx, window.key, { more, startedAt: new Date(window.startedAt), now, staleAt }))
        return rows
      })
      for (const [i, { window, more }] of part.entries()) {
        const row = stored[i]
        window.fresh -= more
        window.stored = row?.count ?? window.stored + more
        window.startedAt = row?.startedAt.getTime() ?? window.startedAt
      }
    }
    for (const [bucket, window] of windows)
      if (window.fresh === 0 && over(window, now.getTime())) windows.delete(bucket)
    if (known.size > 0 && remembered.every(({ startedAt }) => startedAt.getTime() + windowMs <= now.getTime()))
      known.clear()
  }

  return {
    count,
    openStream,
    // A count that could not be written is written the next time.
    settle: () => settle().catch((err: unknown) => log.warn({ err }, 'the calls of callers were not kept')),
  }
}

/** Counts calls that are answered from what is kept, without the ladder; false where one is too many: the ladder then refuses in words. */
export function countKept(calls: CallCounter, asking: Asking, times: number): boolean {
  try {
    for (let i = 0; i < times; i++) calls.count(asking)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** A stream that says when it ended, however it ends: read out, given up, or its line cut before the first event. */
export async function* untilClosed<T>(stream: AsyncIterable<T>, close: () => void): AsyncGenerator<T, void, undefined> {
  try {
    yield* stream
  } finally {
    close()
  }
}
