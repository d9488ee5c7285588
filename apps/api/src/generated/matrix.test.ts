import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokenScopeOf } from '../scopes.ts'
import { digestOf } from '../testing-orders.ts'
import { type Door, openDoor } from './testing-door.ts'
import { type Cell, cellsOf, inputOf, subjectsOf, type Whose } from './testing-expected.ts'
import { type Transport, transports, type Verdict } from './testing-transports.ts'
import { callers, mutations, openWorld, type Procedure, procedures, type World } from './testing-world.ts'

const named = (list: readonly Procedure[]) => list.map((one) => [`${one.face} ${one.path}`, one] as const)

/** What a cell must answer over a transport; where the scope alone decides, its refusal names the scope. */
const wanted = (one: Procedure, { outcome, problem }: Cell, transport: Transport) => ({
  outcome,
  status: transport.statusOf(one, outcome),
  ...(problem !== null && { problem }),
  ...(problem === 'scope_missing' && { details: { scope: tokenScopeOf(one.face, one.path) } }),
})
const seen = ({ outcome, status, problem }: Verdict, { problem: asked }: Cell) => ({
  outcome,
  status,
  ...(asked !== null && { problem: problem?.code }),
  ...(asked === 'scope_missing' && { details: problem?.details }),
})
/** An answer without the ids that were asked for, and without its reference. */
const without = (world: World, of: Whose, { body }: Verdict): string =>
  Object.values(subjectsOf(world, of))
    .reduce((text, id) => text.replaceAll(String(id), 'ID'), body)
    .replaceAll(/"requestId":"[^"]*"/g, '')

// Who may not come in at all is told so before the input is looked at: a batch asks about all four kinds of thing, the others take turns.
const isDecided = ({ outcome }: Cell): boolean => outcome === 'UNAUTHORIZED' || outcome === 'FORBIDDEN'
let turn = 0

describe('each procedure, over each transport, for each caller with each badge, about each kind of thing', () => {
  let world: World
  let door: Door
  beforeAll(async () => {
    world = await openWorld()
    door = await openDoor(world)
  })
  afterAll(async () => {
    await door[Symbol.asyncDispose]()
    await world[Symbol.asyncDispose]()
  })

  test.each(named(procedures))('%s', async (_, one) => {
    // What changes something is done further below, in a shop of its own.
    const all = cellsOf(one, callers).filter(({ outcome }) => outcome !== 'ok' || one.kind !== 'mutation')
    const parties = Map.groupBy(all, ({ caller, badge }) => `${caller} ${badge}`)
    const badges = new Map<string, Record<string, string>>()
    for (const [who, [cell]] of parties) if (cell !== undefined) badges.set(who, await door.badgeOf(one, cell))
    const before = await digestOf(world.shop)
    for (const transport of transports.filter(({ carries }) => carries(one)))
      for (const [who, party] of parties) {
        const cells =
          transport.whole || !party.every(isDecided)
            ? party
            : [party[turn++ % party.length]].filter((one) => one !== undefined)
        const inputs = cells.map(({ caller, of }) => inputOf(world, one, caller, of))
        const verdicts = await transport.call(door.server, one, inputs, badges.get(who) ?? {})
        expect(verdicts).toHaveLength(cells.length)
        const answers = new Map<Whose, string>()
        for (const [i, cell] of cells.entries()) {
          const verdict = verdicts[i] ?? expect.fail('a call without an answer')
          expect.soft(seen(verdict, cell), `${transport.name}: ${cell.name}`).toEqual(wanted(one, cell, transport))
          if (cell.outcome === 'NOT_FOUND') answers.set(cell.of, without(world, cell.of, verdict))
        }
        // Someone else's answers like a missing one, byte for byte.
        if (one.sample.scope === 'own')
          for (const answer of answers.values())
            expect.soft(answer, `${transport.name}: ${who}`).toBe(answers.get('missing'))
      }
    expect(await digestOf(world.shop)).toEqual(before)
  })
})

describe('who may change something can, with a session and with a token, over one transport or the other', () => {
  test.each(named(mutations))('%s', async (_, one) => {
    await using world = await openWorld()
    await using door = await openDoor(world)
    const used = new Set<string>()
    const cells = cellsOf(one, callers).filter((cell) => cell.outcome === 'ok')
    // Two colleagues first take one customer's thing each; the others come too late, which is no question of permission.
    const spread = one.face === 'admin' ? cells.toSorted((a, b) => Number(a.of > b.of) - Number(a.of < b.of)) : cells
    const ways = transports.filter(({ carries }) => carries(one))
    for (const [i, cell] of spread.entries()) {
      const transport = ways[i % ways.length] ?? expect.fail('no transport')
      const input = inputOf(world, one, cell.caller, cell.of)
      const [verdict] = await transport.call(door.server, one, [input], await door.badgeOf(one, cell))
      const name = `${transport.name}: ${cell.name}`
      const again = `${cell.caller} ${cell.of}`
      // Who took something away themselves finds it gone.
      const allowed = used.has(again)
        ? ['ok', 'CONFLICT', 'NOT_FOUND']
        : used.has(cell.of)
          ? ['ok', 'CONFLICT']
          : ['ok']
      expect.soft(allowed, name).toContain(verdict?.outcome)
      used.add(cell.of).add(again)
    }
    expect(cells.length).toBeGreaterThan(0)
  })
})
