import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { OpenShop } from '@comptoir/api/open-shop'
import { type Database, refusalOf } from '@comptoir/db'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Tally } from '../tally.ts'
import { type Pause, pausedServices } from './paused.ts'

type Instead = Partial<Pick<OpenShop['services'], 'db' | 'gateway'>>
/** A mutation on the scene's subject, with the services it shall use; answers in a word what became of it. */
export type Deed<S> = (scene: S, instead: Instead) => Promise<string>

/** A subject that two people want to change: made anew for each run, and read afterwards. */
export interface Stage<S> {
  services: Pick<OpenShop['services'], 'db' | 'gateway'>
  make(): Promise<S>
  /** What a shopkeeper would see of it afterwards; the same for the same end. */
  read(scene: S): Promise<unknown>
  deeds: Readonly<Record<string, Deed<S>>>
  /** Whether the second may find the first under way, and hear what becomes of that instead of beginning anew. */
  joins?(first: string, second: string): boolean
  /** What the first answers when it was done, and the second has made something else of it before it was told. */
  overtaken?(first: string, second: string): string | null
  /** Whether only one of the two may be done, since both rest on what was seen: no order of them can show that. */
  onlyOne?(first: string, second: string): boolean
}

interface End {
  first: string
  second: string
  state: unknown
}
/** Refused because the other is at it: nothing happened, and a repeat finds the end of the other. */
const busy = new Set(['payment_in_progress', 'refund_in_progress', 'still_working', 'shop_busy', 'pending'])

/** One thing said in two ways: by the look at the cart, and by the taking of the pieces when the look came a moment too early. */
const soldOut = new Set(['out_of_stock', 'cart_not_orderable'])

const refusalCode = (error: unknown): string => {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const code = refusalOf(error)?.code ?? refusalOf(cause)?.code
  if (code === undefined) throw error
  return soldOut.has(code) ? 'sold out' : code
}
const played = <S>(deed: Deed<S>, scene: S, instead: Instead = {}): Promise<string> =>
  deed(scene, instead).catch(refusalCode)

/** Someone waits for a lock that another transaction of this database holds. */
async function someoneWaits(db: Database): Promise<boolean> {
  if (db.dialect.name === 'sqlite') return false
  const [row] = await db.read
    .select({ waiting: sql`count(*)`.mapWith(Number) })
    .from(sql`pg_stat_activity`)
    .where(sql`datname = current_database() and wait_event_type = 'Lock'`)
  return (row?.waiting ?? 0) > 0
}

/** Waits until the rival has come to its end, or to a lock that only the paused one can free. */
async function endedOrStuck(db: Database, rival: Promise<unknown>): Promise<void> {
  const over = rival.then(() => true)
  while (!(await Promise.race([over, pause(1, false)])) && !(await someoneWaits(db)));
}

/** Plays `first` and, at its n-th hook, `second` from beginning to end; null when `first` has fewer hooks. */
async function atHook<S>(stage: Stage<S>, [first, second]: [Deed<S>, Deed<S>], n: number): Promise<End | null> {
  const scene = await stage.make()
  let passed = 0
  let rival: Promise<string> | undefined
  // Inside the first one's write the rival would pass for a part of it.
  const outside = AsyncLocalStorage.snapshot()
  const wait: Pause = async () => {
    if (passed++ !== n) return
    rival = outside(() => played(second, scene))
    await endedOrStuck(stage.services.db, rival)
  }
  const mine = await played(first, scene, pausedServices(stage.services, wait, { inside: insideOf(stage) }))
  if (rival === undefined) return null
  return { first: mine, second: await rival, state: await stage.read(scene) }
}

async function oneAfterTheOther<S>(stage: Stage<S>, deeds: readonly Deed<S>[]) {
  const scene = await stage.make()
  const words: string[] = []
  for (const deed of deeds) words.push(await played(deed, scene))
  return { words, state: await stage.read(scene) }
}

/** How many hooks a deed passes when nobody disturbs it. */
async function hooksOf<S>(stage: Stage<S>, deed: Deed<S>): Promise<number> {
  let passed = 0
  const pass: Pause = async () => void passed++
  await played(deed, await stage.make(), pausedServices(stage.services, pass, { inside: insideOf(stage) }))
  return passed
}
const insideOf = <S>({ services }: Stage<S>): boolean => services.db.dialect.name === 'postgres'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n)
/** So many of the hooks. */
const drawn = (hooks: number, some: number, random: () => number): number[] => {
  const left = upTo(hooks)
  return upTo(Math.min(some, hooks)).flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}

/** What becomes of deeds that come one after the other: each row of them is played once. */
function seriesOf<S>(stage: Stage<S>) {
  const known = new Map<string, ReturnType<typeof oneAfterTheOther>>()
  return (...names: string[]) => {
    const name = names.join(', then ')
    const deeds = names.flatMap((one) => stage.deeds[one] ?? [])
    const played = known.get(name) ?? oneAfterTheOther(stage, deeds)
    known.set(name, played)
    return played
  }
}

/** The ends that are right, the likely ones first. */
async function* rightEnds<S>(
  stage: Stage<S>,
  series: ReturnType<typeof seriesOf<S>>,
  { names: [first, second], end }: { names: readonly [string, string]; end: End },
): AsyncGenerator<End> {
  const [forth, back] = [await series(first, second), await series(second, first)]
  yield { first: forth.words[0] ?? '', second: forth.words[1] ?? '', state: forth.state }
  yield { first: back.words[1] ?? '', second: back.words[0] ?? '', state: back.state }
  const mine = await series(first)
  const word = mine.words[0] ?? ''
  if (busy.has(end.second)) yield { first: word, second: end.second, state: mine.state }
  if (stage.joins?.(first, second)) yield { first: word, second: word, state: mine.state }
  const other = stage.overtaken?.(first, second) ?? null
  if (other !== null) yield { first: other, second: forth.words[1] ?? '', state: forth.state }
  const theirs = await series(second)
  if (busy.has(end.first)) yield { first: end.first, second: theirs.words[0] ?? '', state: theirs.state }
}

/**
 * Runs every ordered pair of the stage's deeds, the second at the hooks of the first: the end must be that of one after the other, in
 * either order, or one did it alone while the other was told that it is being done. `hooks` says how many of them are
 * drawn by `random` for each pair.
 */
export async function everyPair<S>(
  stage: Stage<S>,
  counts: Tally,
  { hooks, random }: { hooks: number | 'all'; random: () => number },
): Promise<void> {
  const series = seriesOf(stage)
  for (const [firstName, first] of Object.entries(stage.deeds)) {
    const passed = await hooksOf(stage, first)
    counts.add('hooks', passed)
    for (const [secondName, second] of Object.entries(stage.deeds)) {
      for (const hook of hooks === 'all' ? upTo(passed) : drawn(passed, hooks, random)) {
        // What is only done now and then, such as throwing old counts away, may be missing: the first hook never is.
        const end = (await atHook(stage, [first, second], hook)) ?? (await atHook(stage, [first, second], 0))
        if (end === null) throw new Error(`${firstName} changes nothing`)
        counts.add('interleavings')
        const right: End[] = []
        for await (const one of rightEnds(stage, series, { names: [firstName, secondName], end })) {
          right.push(one)
          if (isDeepStrictEqual(one, end)) break
        }
        expect(right, `${firstName}, and at its hook ${hook} ${secondName}`).toContainEqual(end)
        if (stage.onlyOne?.(firstName, secondName))
          expect(
            [end.first, end.second].filter((word) => word === 'done'),
            `${firstName} and ${secondName}`,
          ).toHaveLength(1)
        if (right.length > 1) counts.add('where the second did not simply come second')
        if (busy.has(end.second) || busy.has(end.first)) counts.add('where one was told to wait')
      }
      counts.add('pairs')
    }
  }
}
