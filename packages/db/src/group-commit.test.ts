import { eq, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database, Writer } from './database.ts'
import { groupCommit, type GroupSteps } from './group-commit.ts'
import { openDatabase } from './open-database.ts'
import { openTestDatabase, type TestDatabase } from './testing.ts'

/** No group of these tests ends because the machine is slow. */
const groupMs = 600_000

const names = ['a', 'b', 'c'] as const
type Step =
  | { kind: 'add'; name: string; value: number }
  | { kind: 'insert'; name: string }
  | { kind: 'read'; name: string }
  | { kind: 'refuse' }
  | { kind: 'orphan' }
  | { kind: 'abort' }

const name = fc.constantFrom(...names)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('add' as const), name, value: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert' as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), name }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'refuse' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'orphan' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'abort' as const }) },
)

/** Two counters spell trouble: `abort` makes the engine undo the whole transaction, `orphan` makes its COMMIT fail. */
const traps = `
create table orphans (name text references counters(name) deferrable initially deferred);
create trigger trap_abort after insert on counters when new.name = 'abort'
  begin select raise(rollback, 'everything is undone'); end;
create trigger trap_orphan after insert on counters when new.name = 'orphan'
  begin insert into orphans values ('nobody'); delete from counters where name = 'orphan'; end;`

async function run(tx: Writer, steps: readonly Step[]): Promise<number[]> {
  const { counters } = tx.tables
  const seen: number[] = []
  for (const one of steps) {
    if (one.kind === 'refuse') throw new Error('no')
    if (one.kind === 'add')
      await tx
        .update(counters)
        .set({ value: sql`${counters.value} + ${one.value}` })
        .where(eq(counters.name, one.name))
    else if (one.kind === 'read')
      seen.push((await tx.select().from(counters).where(eq(counters.name, one.name)))[0]?.value ?? -1)
    else await tx.insert(counters).values({ name: 'name' in one ? one.name : one.kind, value: 0 })
  }
  return seen
}

const told = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason)

async function outcomesOf(db: Database, works: readonly (readonly Step[])[]) {
  const outcomes = await Promise.allSettled(works.map((steps) => db.write((tx) => run(tx, steps))))
  const rows = await db.read.select().from(db.read.tables.counters).orderBy(db.read.tables.counters.name)
  return { outcomes: outcomes.map(told), rows }
}

test('writes that share a COMMIT end as if each had its own, whatever fails among them', async () => {
  await using alone = await openTestDatabase('sqlite')
  await using together = await openTestDatabase('sqlite')
  for (const db of [alone, together]) await db.execute(traps)
  const clear = (db: TestDatabase) => db.execute('delete from counters')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { minLength: 1, maxLength: 12 }), async (works) => {
      await clear(alone)
      await clear(together)
      // Opened anew: what failed before makes a queue careful.
      const oneEach = await openDatabase(alone.url, { groupMost: 1 })
      const grouped = await openDatabase(together.url, { groupMs })
      for (const again of [works, works.toReversed()])
        expect(await outcomesOf(grouped, again)).toEqual(await outcomesOf(oneEach, again))
      await oneEach.close()
      await grouped.close()
    }),
    { numRuns: 100 },
  )
})

test('many waiting writes share one COMMIT, and a lone one has its own', async () => {
  await using db = await openTestDatabase('sqlite')
  let commits = 0
  const counted = await openDatabase(db.url, { groupMs, onCommit: () => void commits++ })
  const add = (of: string) => counted.write(async (tx) => tx.insert(tx.tables.counters).values({ name: of, value: 1 }))
  await Promise.all(Array.from({ length: 40 }, (_, i) => add(String(i))))
  expect(commits).toBeLessThan(40)
  const before = commits
  await add('alone')
  expect(commits).toBe(before + 1)
  expect(await counted.read.$count(counted.read.tables.counters)).toBe(41)
  await counted.close()
})

test('nobody is answered before the COMMIT, a refusal neither', async () => {
  await using db = await openTestDatabase('sqlite')
  const told: string[] = []
  const watched = await openDatabase(db.url, { groupMs, onCommit: () => void told.push('commit') })
  const write = (of: string) => watched.write(async (tx) => run(tx, [{ kind: 'insert', name: of }]))
  const refused = watched.write(async () => Promise.reject(new Error('no'))).catch(() => void told.push('first'))
  await Promise.all([
    refused,
    ...['a', 'a', 'b'].map((of) =>
      write(of).then(
        () => told.push(`${of} kept`),
        () => told.push(`${of} refused`),
      ),
    ),
  ])
  // The first one stood alone when it failed: there was nothing to commit.
  expect(told).toEqual(['first', 'commit', 'a kept', 'a refused', 'b kept'])
  await watched.close()
})

test('a COMMIT that fails answers all of its group with its error, and nothing is kept', async () => {
  const { steps, calls } = fakeSteps({ commit: new Error('the disk is full') })
  const group = groupCommit(steps, { most: 10, ms: groupMs })
  const works = [1, 2, 3].map((n) => group.write(async () => n))
  expect((await Promise.allSettled(works)).map(told)).toEqual(
    Array.from({ length: 3 }, () => 'Error: the disk is full'),
  )
  expect(calls).toEqual(['begin', 'commit', 'rollback'])
})

test('a work that fails has its group begin anew, each apart from the others, and the next groups too', async () => {
  const { steps, calls } = fakeSteps({})
  const group = groupCommit(steps, { most: 10, ms: groupMs })
  const ran: number[] = []
  const work = (n: number) => group.write(async () => (ran.push(n), n === 2 ? Promise.reject(new Error('no')) : n))
  const outcomes = await Promise.allSettled([1, 2, 3].map(work))
  expect(outcomes.map(told)).toEqual([1, 'Error: no', 3])
  expect(ran).toEqual([1, 2, 1, 2, 3])
  const apart = ['savepoint', 'rollbackTo', 'release', 'savepoint', 'release']
  expect(calls.splice(0)).toEqual(['begin', 'rollback', 'begin', ...apart, 'commit'])
  for (let groups = 1; groups <= 17; groups++) {
    await Promise.all([4, 5].map(work))
    expect(calls.splice(0)).toEqual(groups < 17 ? ['begin', 'savepoint', 'release', 'commit'] : ['begin', 'commit'])
  }
})

test('a group ends at its size, and others get a turn of the event loop before the next one', async () => {
  const { steps, calls } = fakeSteps({})
  const group = groupCommit(steps, { most: 2, ms: groupMs })
  const comes = () => void setImmediate(() => calls.push('another request'))
  await Promise.all([1, 2, 3].map((n) => group.write(async () => (n === 1 ? comes() : undefined))))
  expect(calls).toEqual(['begin', 'commit', 'another request', 'begin', 'commit'])
})

test('requests that come in one turn of the event loop share a COMMIT, though each comes by itself', async () => {
  const { steps, calls } = fakeSteps({})
  const group = groupCommit(steps, { most: 10, ms: groupMs })
  const come = (n: number) =>
    new Promise<number>((resolve) => void setImmediate(() => void group.write(async () => n).then(resolve)))
  expect(await Promise.all([1, 2, 3].map(come))).toEqual([1, 2, 3])
  expect(calls).toEqual(['begin', 'commit'])
})

test('a group ends when its time is up', async () => {
  const { steps, calls } = fakeSteps({})
  const group = groupCommit(steps, { most: 10, ms: 0 })
  await Promise.all([1, 2].map((n) => group.write(async () => n)))
  expect(calls).toEqual(['begin', 'commit', 'begin', 'commit'])
})

test('a lock that does not come free refuses whoever waits, and the next write tries again', async () => {
  const errors: { begin?: Error } = { begin: new Error('busy') }
  const { steps } = fakeSteps(errors)
  const group = groupCommit(steps, { most: 10, ms: groupMs })
  const works = [1, 2].map((n) => group.write(async () => n))
  expect((await Promise.allSettled(works)).map(told)).toEqual(['Error: busy', 'Error: busy'])
  delete errors.begin
  expect(await group.write(async () => 3)).toBe(3)
})

test('a lock that comes free in time is waited for, and another fault of the engine is not tried again', async () => {
  const errors: { begin?: Error } = { begin: new Error('busy') }
  const { steps, calls } = fakeSteps(errors)
  const patient = groupCommit(steps, { most: 10, ms: groupMs, busyMs: 60_000 })
  const work = patient.write(async () => 1)
  await expect.poll(() => calls.length).toBeGreaterThan(2)
  delete errors.begin
  expect(await work).toBe(1)

  calls.length = 0
  errors.begin = new Error('the disk is broken')
  const broken = groupCommit({ ...steps, isBusy: () => false }, { most: 10, ms: groupMs, busyMs: 60_000 })
  await expect(broken.write(async () => 2)).rejects.toThrow('the disk is broken')
  expect(calls).toEqual(['begin'])
})

test('where a lock is taken while a group is done over, its works wait for it together, not one after the other', async () => {
  const errors: { begin?: Error; commit?: Error } = { commit: new Error('one of them is at fault') }
  const { steps, calls } = fakeSteps(errors)
  const group = groupCommit({ ...steps, blamesOne: () => true }, { most: 10, ms: groupMs })
  const works = [1, 2, 3].map((n) =>
    group.write(async () => {
      if (n === 3) errors.begin = new Error('busy')
      return n
    }),
  )
  expect((await Promise.allSettled(works)).map(told)).toEqual(['Error: busy', 'Error: busy', 'Error: busy'])
  expect(calls).toEqual(['begin', 'commit', 'rollback', 'begin'])
})

/** An engine that notes what it is told and fails where `errors` says. */
function fakeSteps(errors: Partial<Record<'begin' | 'commit', Error>>) {
  const calls: string[] = []
  let open = false
  const step = (verb: string, opens?: boolean) => () => {
    calls.push(verb)
    const error = verb === 'begin' ? errors.begin : verb === 'commit' ? errors.commit : undefined
    if (error) throw error
    open = opens ?? open
  }
  const steps: GroupSteps = {
    begin: step('begin', true),
    commit: step('commit', false),
    rollback: step('rollback', false),
    savepoint: step('savepoint'),
    release: step('release'),
    rollbackTo: step('rollbackTo'),
    inTransaction: () => open,
    isBusy: () => true,
    blamesOne: () => false,
  }
  return { steps, calls }
}
