import { createHash } from 'node:crypto'
import { isUnknownOutcome, type Reader, type Writer } from '@comptoir/db'
import { type Id, type IdKind, makeId, Refusal, refuse } from '@comptoir/domain'
import * as idempotency from '@comptoir/db/stores/idempotency'
import type { Context, Services } from './context.ts'

/** Ids, chance and the instant of one change, drawn before its transaction: a work that runs twice gets the same ones. */
export interface Fresh {
  readonly now: Date
  id<K extends IdKind>(kind: K): Id<K>
  random(bytes: number): Uint8Array
}

/** Draws once, hands out again after `rewind`. */
export function freshFor({ clock, random }: Pick<Services, 'clock' | 'random'>): Fresh & { rewind(): void } {
  const now = clock()
  const drawn: Uint8Array[] = []
  const place = placeIn(now.getTime())
  let at = 0
  let turn = 0
  const next = (bytes: number) => {
    const value = drawn[at] ?? random(bytes)
    drawn[at++] = value
    return value
  }
  return {
    now,
    // Ids sort in the order in which they were drawn, within a change and from one change to the next of this process: what
    // happens in one millisecond is told in the order in which it happened.
    id: (kind) => makeId(kind, now.getTime(), inTurn(next(16), place, turn++)),
    random: next,
    rewind: () => void (at = turn = 0),
  }
}

const inTurn = (random: Uint8Array, place: number, turn: number): Uint8Array => {
  const bytes = new Uint8Array(random)
  bytes.set([place >> 5, place, turn >> 10, turn >> 5, turn])
  return bytes
}

let latest = { ms: 0, place: 0 }
/** Which change of its millisecond this is. */
function placeIn(ms: number): number {
  latest = { ms, place: latest.ms === ms ? latest.place + 1 : 0 }
  return latest.place
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Under whose name a key is remembered: the account, else the key alone: a guest's first call and its repeat may differ in cookies. */
const scopeOf = (ctx: Context) => ctx.user?.id ?? 'anyone'

const claimOf = (ctx: Context, operation: string, input: unknown): idempotency.Claim | null =>
  ctx.key === null
    ? null
    : {
        scope: scopeOf(ctx),
        operation: `${ctx.face}.${operation}`,
        keyHash: sha256(ctx.key),
        fingerprint: sha256(JSON.stringify(input ?? null)),
      }

/** Whether this call was made before with its key: it does nothing new, and is no further try for a limit that counts deeds (SAFETY P1). */
export async function isRepeat(ctx: Context, operation: string): Promise<boolean> {
  const claim = claimOf(ctx, operation, null)
  return claim !== null && idempotency.knows(ctx.db.read, claim)
}

const triesAtCommit = 4

/**
 * A write whose connection may be lost at COMMIT, so that nobody knows what became of it: it is run again. For works that find out
 * themselves that they were done already, by a key or by the state of their subject (SAFETY rule 13).
 */
export async function writeAgain<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write()
    } catch (error) {
      if (!isUnknownOutcome(error) || tries === triesAtCommit) throw error
    }
  }
}

// The same key tells what became of a call; without one only a person can look.
const toldUnknown = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => (isUnknownOutcome(error) ? refuse('outcome_unknown') : Promise.reject(error)))
const decided = <T>(claim: idempotency.Claim | null, write: () => Promise<T>): Promise<T> =>
  toldUnknown(claim === null ? write() : writeAgain(write))

/**
 * How every mutation runs: one write, with its idempotency row (HOUSE 6). The same key gives the stored answer; other input with it
 * refuses `request_reused`; a refusal keeps nothing. `work` awaits only `tx`, and its answer is plain JSON.
 */
export async function change<T>(
  ctx: Context,
  operation: string,
  input: unknown,
  work: (tx: Writer, fresh: Fresh) => Promise<T>,
): Promise<T> {
  const claim = claimOf(ctx, operation, input)
  const fresh = freshFor(ctx)
  return decided(claim, () =>
    ctx.db.write(async (tx) => {
      fresh.rewind()
      if (claim === null) return work(tx, fresh)
      const earlier = await idempotency.claim(tx, claim, 'done', fresh.now)
      if (earlier !== undefined) {
        if (earlier.fingerprint !== claim.fingerprint) refuse('request_reused')
        return earlier.answer as T
      }
      const answer = await work(tx, fresh)
      await idempotency.keepAnswer(tx, claim, answer)
      return answer
    }),
  )
}

/** Keeps the answer of a change in the transaction that books its result. */
export type Keep<A> = (tx: Writer, answer: A) => Promise<{ answer: A }>

/** A change around an outside call: intent, call, result (SAFETY rule 10). `F` is what the intent knows and need not be read again. */
export interface Around<P, A, F = undefined> {
  /** Writes the intent; answers what is pending, or the answer itself when nothing has to be asked outside. */
  begin(tx: Writer, fresh: Fresh): Promise<{ pending: P; facts?: F } | { answer: A }>
  /**
   * Calls outside and writes the result; safe to run again, it is what the completer runs too. It may hand the answer to `keep` in the
   * transaction of the result, one commit less, and answers what that gave once it is durable; else null.
   */
  complete(pending: P, facts: F | undefined, keep: Keep<A>): Promise<{ answer: A } | null>
  /** Whether the outcome is known by now. */
  settled(db: Reader, pending: P): Promise<boolean>
  /** The answer from the state as it is; may refuse. */
  answer(db: Reader, pending: P): Promise<A>
}

const patienceMs = 5000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs a change around an outside call; a second caller with the same key waits up to 5 s, then gets `still_working`. */
export async function changeAround<P, A, F = undefined>(
  ctx: Context,
  operation: string,
  input: unknown,
  around: Around<P, A, F>,
): Promise<A> {
  const claim = claimOf(ctx, operation, input)
  const fresh = freshFor(ctx)
  type Begun = { pending: P; facts?: F } | { answer: A } | { earlier: P }
  const begun = await decided(claim, () =>
    ctx.db.write<Begun>(async (tx) => {
      fresh.rewind()
      if (claim === null) return around.begin(tx, fresh)
      const earlier = await idempotency.claim(tx, claim, 'pending', fresh.now)
      if (earlier !== undefined) {
        if (earlier.fingerprint !== claim.fingerprint) refuse('request_reused')
        return earlier.state === 'done' ? { answer: earlier.answer as A } : { earlier: earlier.answer as P }
      }
      const first = await around.begin(tx, fresh)
      if ('answer' in first) await idempotency.keepAnswer(tx, claim, first.answer)
      else await idempotency.keepPending(tx, claim, first.pending)
      return first
    }),
  )
  if ('answer' in begun) return begun.answer
  const pending = 'earlier' in begun ? begun.earlier : begun.pending
  if ('earlier' in begun) await untilSettled(() => around.settled(ctx.db.read, pending))
  else {
    const keep: Keep<A> = async (tx, answer) => {
      if (claim !== null) await idempotency.keepAnswer(tx, claim, answer)
      return { answer }
    }
    const kept = await toldUnknown(around.complete(pending, begun.facts, keep))
    if (kept !== null) return kept.answer
  }
  const answer = await around.answer(ctx.db.read, pending).catch(async (error: unknown) => {
    // Only a final no lets go of the key: after any other error a repeat must find what was begun, not begin it again.
    if (claim !== null && error instanceof Refusal && error.code === 'refund_failed')
      await decided(claim, () => ctx.db.write((tx) => idempotency.forget(tx, claim)))
    throw error
  })
  if (claim !== null && (await around.settled(ctx.db.read, pending)))
    await decided(claim, () => ctx.db.write((tx) => idempotency.keepAnswer(tx, claim, answer)))
  return answer
}

async function untilSettled(settled: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await settled())) {
    if (performance.now() > end) refuse('still_working')
    await pause(50)
  }
}

/**
 * A change whose answer holds a secret: neither key, nor input, nor answer is kept. Its work must be safe to repeat: a repeat signs
 * in afresh and makes no second account (HOUSE 6).
 */
export async function changeWithSecret<T>(
  ctx: Pick<Services, 'db' | 'clock' | 'random'>,
  work: (tx: Writer, fresh: Fresh) => Promise<T>,
): Promise<T> {
  const fresh = freshFor(ctx)
  return ctx.db.write((tx) => {
    fresh.rewind()
    return work(tx, fresh)
  })
}
