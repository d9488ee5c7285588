import { checkedEnds } from '../crash/ends.ts'
import { kinds, newStory } from '../crash/plots.ts'
import { sharedClock } from '../crash/shared-clock.ts'
import type { Story, Telling } from '../crash/story.ts'
import type { Place } from '../place.ts'
import { type RigServer, startServer } from '../server/start-server.ts'
import type { Tally } from '../tally.ts'

/** Longer than the shop waits before it asks the gateway again about what was left unanswered. */
const unansweredMs = 21_000
/** Longer than any worker may hold a job. */
const stalledMs = 61_000
/** Pieces of each product: more than a rig can sell. */
const plenty = 9_000

/** Two servers of one shop, of which the first stands still again and again in the middle of its work. */
export interface StallRig extends AsyncDisposable {
  /** Hooks that each kind of story passes, outside of its COMMITs: within one nobody else could write. */
  hooksOf: Map<string, string[]>
  /** Tells a story until the first server stands still at this hook, lets the other do what is due, and wakes it; false when it never came by. */
  stallAt(hook: string, kind: string): Promise<boolean>
}

/** Runs what the first server does until it stands still at a hook; then `meanwhile`, and wakes it. Answers whether it ever stood still. */
export async function whileStalled(
  server: RigServer,
  { hook, ms }: { hook: string; ms: number },
  work: () => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
): Promise<boolean> {
  const stalled = server.stalled().then(() => true)
  await server.tell('stallAt', { hook, ms })
  const working = work()
  // What is late may still stand still while it hears that it need not any more.
  const past = working.then(() => server.tell('stallAt', { hook: '', ms })).then(() => false)
  const stood = await Promise.race([stalled, past])
  try {
    if (stood) await meanwhile()
  } finally {
    server.wake()
  }
  await working
  await past
  return stood
}

export async function openStallRig(place: Place, counts: Tally): Promise<StallRig> {
  const first = await startServer({ databaseUrl: place.url, aheadMs: 0 })
  const stocked = await first.tell('stock', { stock: [plenty, plenty, plenty], customers: 0 })
  // Left to itself it would do most of the work before the first is at it.
  const other = await startServer({ databaseUrl: place.url, aheadMs: 0, patient: true })
  const finished: Story[] = []
  const clock = sharedClock(async () => {
    await Promise.all([first, other].map((server) => server.tell('later', { ms: unansweredMs })))
  })
  const tellingAt = (server: RigServer): Telling => ({
    ...{ server, stocked },
    unknown: () => counts.add('calls told that nobody knows'),
    later: clock.later,
  })
  /** Tells a story to its end, and what the shop does by itself after it. */
  async function toItsEnd(one: Story): Promise<void> {
    await clock.during(() => one.tell(tellingAt(first)))
    await clock.later()
  }

  /** What was left is due by now: the other server does it, and sells meanwhile. */
  async function otherGoesOn(): Promise<void> {
    await other.tell('hooks', null)
    const free = await other.tell('later', { ms: stalledMs }).then(
      () => true,
      () => false,
    )
    if (!free) return counts.add('stalls that held the database')
    // A colleague who does nothing for half an hour of all these minutes would be signed out.
    const one = newStory('shipped')
    await one.tell(tellingAt(other))
    finished.push(one)
    counts.add('orders of the other server meanwhile')
    const passed = await other.tell('hooks', null)
    if (passed.some((name) => name.startsWith('background: gateway')))
      counts.add('stalls whose work the other took over')
  }

  const hooksOf = new Map<string, string[]>()
  for (const kind of kinds) {
    await first.tell('hooks', null)
    const one = newStory(kind)
    await toItsEnd(one)
    finished.push(one)
    const passed = await first.tell('hooks', null)
    hooksOf.set(
      kind,
      passed.filter((name) => !name.endsWith(' commits')),
    )
  }
  await checkedEnds(other, finished, counts)

  return {
    hooksOf,
    async stallAt(hook, kind) {
      const one = newStory(kind)
      const stood = await whileStalled(first, { hook, ms: stalledMs }, () => toItsEnd(one), otherGoesOn)
      finished.push(one)
      if (!stood) return false
      counts.add('stalls')
      counts.add('answers asked again', await one.repeat(tellingAt(other)))
      await checkedEnds(other, finished, counts)
      return true
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([first.kill(), other.kill()])
    },
  }
}
