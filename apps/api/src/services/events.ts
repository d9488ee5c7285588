import type { Database } from '@comptoir/db'
import * as outbox from '@comptoir/db/stores/outbox'
import { refuse } from '@comptoir/domain'
import { relayOutbox } from './outbox-relay.ts'

export type { ShopEvent } from '@comptoir/db/stores/outbox'
type ShopEvent = outbox.ShopEvent

/** What happened, in the one order of positions: one tail per process, however many listen. */
export interface EventTail {
  /**
   * Events after a position that `wants` says yes to, each once and in order; null starts now, at this call. A position from the
   * future (a restored database) starts now as well. Ends when the signal aborts or the tail stops. Refuses: events_forgotten, where the
   * next event is no longer kept.
   */
  after(position: number | null, wants: (event: ShopEvent) => boolean, signal?: AbortSignal): AsyncIterable<ShopEvent>
  /** The last position that this process has seen. */
  position(): number
  /** Says that this process committed something. */
  wake(): void
  /** Resolves when everything committed before this call can be read here. */
  settled(): Promise<void>
  readonly stopped: boolean
  /** Ends every iterable and the polling; waits for the work under way. */
  stop(): Promise<void>
}

const most = 500
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve))

/** Starts the tail at the newest event. `pollMs` bounds how late the commits of other processes are seen; null polls never. */
export async function startEvents(
  db: Database,
  {
    pollMs = 1000,
    ring: ringSize = 5000,
    onError = () => {},
  }: { pollMs?: number | null; ring?: number; onError?: (error: unknown) => void } = {},
): Promise<EventTail> {
  let head = await outbox.lastPosition(db.read)
  let ring: ShopEvent[] = []
  let stopped = false
  const waiting = new Set<() => void>()
  const wakeAll = () => {
    for (const go of [...waiting]) go()
  }

  async function pull(): Promise<void> {
    for (;;) {
      const news = await outbox.listAfter(db.read, head, most)
      if (news.length === 0) return
      // Whoever slept while events were forgotten has a hole in memory: those before it are no longer next to these.
      if (news[0]?.position !== head + 1) ring = []
      head = news.at(-1)?.position ?? head
      ring.push(...news)
      if (ring.length > 2 * ringSize) ring = ring.slice(-ringSize)
      wakeAll()
      if (news.length < most) return
    }
  }

  let working: Promise<void> | undefined
  let again = false
  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false
      try {
        await relayOutbox(db)
        await pull()
      } catch (error) {
        onError(error)
      }
    }
  }
  const wake = (): void => {
    if (stopped) return
    again = true
    working ??= work().finally(() => {
      working = undefined
      // Woken between the last look and this line.
      if (again) wake()
    })
  }
  const settled = async (): Promise<void> => {
    wake()
    while (working !== undefined) await working
  }

  /** Some events after a position, from memory or, when it is too old for that, from the table. */
  async function read(position: number): Promise<readonly ShopEvent[]> {
    const first = ring[0]?.position ?? head + 1
    if (position + 1 < first) return outbox.listAfter(db.read, position, most)
    return ring.slice(position + 1 - first, position + 1 - first + most)
  }

  async function* follow(from: number, wants: (event: ShopEvent) => boolean, signal: AbortSignal | undefined) {
    let at = from
    if (at > head) {
      // Another process may be ahead of us; beyond what is in the table there is no future to wait for.
      await settled()
      at = Math.min(at, head)
    }
    const over = () => stopped || signal?.aborted === true
    while (!over()) {
      if (at >= head) {
        await news(signal)
        continue
      }
      const events = await read(at)
      // A long way to catch up must not keep others waiting.
      await breathe()
      // Positions are dense: what is not there was forgotten.
      if (events[0]?.position !== at + 1) refuse('events_forgotten')
      for (const event of events) {
        if (over()) return
        at = event.position
        if (wants(event)) yield event
      }
    }
  }

  /** Resolves at the next events, or when the listener or the tail goes. */
  const news = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve) => {
      const go = () => {
        waiting.delete(go)
        signal?.removeEventListener('abort', go)
        resolve()
      }
      waiting.add(go)
      signal?.addEventListener('abort', go)
    })

  const timer = pollMs === null ? undefined : setInterval(wake, pollMs).unref()
  return {
    after: (position, wants, signal) => follow(position ?? head, wants, signal),
    position: () => head,
    wake,
    settled,
    get stopped() {
      return stopped
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      wakeAll()
      await working
    },
  }
}
