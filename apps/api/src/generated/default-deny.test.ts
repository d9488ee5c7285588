import { isStaff, may, type Role } from '@comptoir/domain/people'
import type { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audienceOf, audiences } from '../audience.ts'
import { digestOf, refused } from '../testing-orders.ts'
import type { Subjects } from './testing-samples.ts'
import {
  call,
  type Caller,
  callers,
  mutations,
  openWorld,
  type Procedure,
  procedures,
  type World,
} from './testing-world.ts'

type Outcome = 'ok' | TRPCError['code']
const whose = ['mine', 'theirs', 'missing', 'malformed'] as const
type Whose = (typeof whose)[number]

const roleOf = (caller: Caller): Role | null =>
  caller === 'nobody' ? null : caller === 'alice' || caller === 'bob' ? 'customer' : caller

/** What the tables of audiences and permissions say of a cell. */
function expected({ face, path, sample }: Procedure, caller: Caller, of: Whose): Outcome {
  const audience = audienceOf(face, path)
  const role = roleOf(caller)
  if (audience !== 'anyone') {
    if (role === null) return 'UNAUTHORIZED'
    if (audience === undefined) return 'FORBIDDEN'
    if (audience === 'signed in' ? face === 'admin' && !isStaff(role) : !may(role, audience)) return 'FORBIDDEN'
  }
  if (sample.scope === undefined) return 'ok'
  if (of === 'malformed') return sample.malformed ?? 'BAD_REQUEST'
  if (of === 'missing') return sample.missing ?? 'NOT_FOUND'
  if (sample.scope === 'any') return 'ok'
  return (of === 'mine' ? 'alice' : 'bob') === caller ? 'ok' : 'NOT_FOUND'
}
const cellsOf = (one: Procedure) =>
  callers.flatMap((caller) =>
    (one.sample.scope === undefined ? (['mine'] as const) : whose).map((of) => ({
      ...{ caller, of, outcome: expected(one, caller, of) },
      name: `${caller} with ${of}`,
    })),
  )

// A thing's id with the kind of another: typed ids are checked by kind.
const malformed = (of: Subjects): Subjects => {
  const twisted = Object.entries(of).map(([key, id]) => [key, String(id).replace(/^[a-z]+_/, 'cart_')])
  return { ...of, ...(Object.fromEntries(twisted) as Subjects) }
}
const subjects = (world: World, of: Whose): Subjects => (of === 'malformed' ? malformed(world.mine) : world[of])
const run = (world: World, one: Procedure, caller: Caller, of: Whose) =>
  call(world.visits[caller], one, one.sample.input(subjects(world, of), world.carts[caller]))

const outcomeOf = (work: Promise<unknown>): Promise<Outcome> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as TRPCError).code,
  )

test('the table of audiences names each procedure of both roots, and nothing else', () => {
  for (const face of ['shop', 'admin'] as const)
    expect(
      procedures
        .filter((one) => one.face === face)
        .map((one) => one.path)
        .toSorted(),
    ).toEqual(Object.keys(audiences[face]).toSorted())
})

describe('every procedure, every caller, every kind of id', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test.each(procedures.map((one) => [`${one.face} ${one.path}`, one] as const))('%s', async (_, one) => {
    const before = await digestOf(world.shop)
    for (const { caller, of, outcome, name } of cellsOf(one))
      if (outcome !== 'ok' || one.kind !== 'mutation')
        expect.soft(await outcomeOf(run(world, one, caller, of)), name).toBe(outcome)
    expect(await digestOf(world.shop)).toEqual(before)
  })

  const scoped = procedures.filter((one) => one.sample.scope === 'own')
  test.each(scoped.map((one) => [`${one.face} ${one.path}`, one] as const))(
    '%s answers someone else’s like a missing one, byte for byte',
    async (_, one) => {
      for (const locale of ['fr', 'en'] as const)
        for (const caller of callers.filter((who) => expected(one, who, 'missing') === 'NOT_FOUND')) {
          const answers = await Promise.all(
            (['missing', caller === 'bob' ? 'mine' : 'theirs'] as const).map(async (of) => {
              const answer = JSON.stringify(await refused(run(world, one, caller, of), locale))
              // Bar the id that was asked for.
              return Object.values(subjects(world, of)).reduce((text, id) => text.replaceAll(String(id), 'ID'), answer)
            }),
          )
          expect(answers[1], caller).toBe(answers[0])
        }
    },
  )
})

describe('who may change something can', () => {
  test.each(mutations.map((one) => [`${one.face} ${one.path}`, one] as const))('%s', async (_, one) => {
    await using world = await openWorld()
    const used = new Set<Whose>()
    const cells = cellsOf(one).filter((cell) => cell.outcome === 'ok')
    // Two colleagues first take one customer's thing each; the others come too late, which is no question of permission.
    const spread = one.face === 'admin' ? cells.toSorted((a, b) => Number(a.of > b.of) - Number(a.of < b.of)) : cells
    for (const { caller, of, name } of spread) {
      const outcome = await outcomeOf(run(world, one, caller, of))
      expect.soft(used.has(of) ? ['ok', 'CONFLICT'] : ['ok'], name).toContain(outcome)
      used.add(of)
    }
    expect(cells.length).toBeGreaterThan(0)
  })
})

test('a procedure that the table does not name is closed to everyone', async () => {
  expect(audienceOf('shop', 'orders.steal')).toBeUndefined()
  expect(audienceOf('shop', 'constructor')).toBeUndefined()
  expect(audienceOf('admin', '__proto__')).toBeUndefined()
})
