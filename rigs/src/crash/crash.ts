import { expect } from 'vitest'
import type { Place } from '../place.ts'
import type { Stocked } from '../server/stock-the-shop.ts'
import { startServer } from '../server/start-server.ts'
import { type Tally } from '../tally.ts'
import { checkedEnds } from './ends.ts'
import { kinds, newStory } from './plots.ts'
import { sharedClock } from './shared-clock.ts'
import { isInterruption, type Story, type Telling } from './story.ts'

/** Longer than the shop waits before it asks the gateway again about what was left unanswered. */
const unansweredMs = 21_000
/** Pieces of each product: more than a rig can sell. */
const plenty = 9_000

/** Kills a shop again and again, and checks after each restart that nothing was lost and nothing happened twice. */
export interface CrashRig extends AsyncDisposable {
  /** Hooks that each kind of story passes. */
  hooksOf: Map<string, string[]>
  /** Tells stories until the server ends itself at this hook; answers false when it never came by. */
  killAt(hook: string, kind: string): Promise<boolean>
  /** Tells stories and kills the server after so many ms; `again` kills it once more in its first moments. */
  killAfter(ms: number, kinds: readonly string[], again: number | null): Promise<void>
  /** Tells stories all at once and kills nothing: each must come to its end. */
  tellThrough(kinds: readonly string[]): Promise<void>
  /** Checks the books and the end of every story so far. */
  check(): Promise<void>
}

export async function openCrashRig(place: Place, counts: Tally): Promise<CrashRig> {
  let aheadMs = 0
  let server = await startServer({ databaseUrl: place.url, aheadMs })
  const stocked: Stocked = await server.tell('stock', { stock: [plenty, plenty, plenty], customers: 0 })
  const finished: Story[] = []

  // A shop that was killed meanwhile starts again with the time that has passed.
  const clock = sharedClock(async () => {
    aheadMs += unansweredMs
    await server.tell('later', { ms: unansweredMs }).catch(() => {})
  })
  const telling = (): Telling => ({
    ...{ server, stocked },
    unknown: () => counts.add('calls told that nobody knows'),
    later: clock.later,
  })
  /** Tells all of them at once; those that the server left in the middle come back. */
  async function tellAll(stories: readonly Story[]): Promise<Story[]> {
    const at = telling()
    const left = await Promise.all(
      stories.map((one) =>
        clock
          .during(() => one.tell(at))
          .then(
            () => [],
            (error: unknown) => (isInterruption(error) ? [one] : Promise.reject(error)),
          ),
      ),
    )
    return left.flat()
  }
  async function restart(): Promise<void> {
    aheadMs += unansweredMs
    server = await startServer({ databaseUrl: place.url, aheadMs })
    counts.add('restarts')
  }
  /** After a kill: what was answered still stands, what was not is asked again, and the books agree with the gateway. */
  async function recover(stories: readonly Story[]): Promise<void> {
    const at = telling()
    for (const one of stories) counts.add('answers asked again', await one.repeat(at))
    const left = await tellAll(stories)
    expect(
      left.map((one) => one.kind),
      'stories that the restarted shop left in the middle',
    ).toEqual([])
    finished.push(...stories)
    await checkEnds()
  }
  const checkEnds = () => checkedEnds(server, finished, counts)

  const hooksOf = new Map<string, string[]>()
  for (const kind of kinds) {
    await server.tell('hooks', null)
    const one = newStory(kind)
    await tellAll([one])
    finished.push(one)
    hooksOf.set(kind, await server.tell('hooks', null))
  }
  await checkEnds()

  return {
    hooksOf,
    async killAt(hook, kind) {
      const stories = [kind, 'paid and cancelled', 'refunded'].map(newStory)
      await server.tell('killAt', { hook, pass: 1 })
      const left = await tellAll(stories)
      if (left.length === 0) {
        // Work in the background may still be on its way to the hook.
        await clock.later()
        if (server.child.exitCode === null && server.child.signalCode === null) {
          finished.push(...stories)
          await server.tell('killAt', { hook: '', pass: 1 })
          return false
        }
      }
      expect(await server.ended, 'the hook at which the server ended').toBe(hook)
      counts.add('kills at hooks')
      counts.add('requests in flight at a kill', left.length)
      await restart()
      await recover(stories)
      return true
    },
    async killAfter(ms, of, again) {
      const stories = of.map(newStory)
      const telling = tellAll(stories)
      await new Promise((resolve) => setTimeout(resolve, ms))
      await server.kill()
      counts.add('kills at random moments')
      counts.add('requests in flight at a kill', (await telling).length)
      await restart()
      if (again !== null) {
        const retelling = tellAll(stories)
        await new Promise((resolve) => setTimeout(resolve, again))
        await server.kill()
        await retelling
        counts.add('kills at random moments')
        await restart()
      }
      await recover(stories)
    },
    async tellThrough(of) {
      const stories = of.map(newStory)
      const left = await tellAll(stories)
      expect(
        left.map((one) => one.kind),
        'stories that were left in the middle',
      ).toEqual([])
      finished.push(...stories)
    },
    check: checkEnds,
    [Symbol.asyncDispose]: async () => void (await server.kill()),
  }
}
