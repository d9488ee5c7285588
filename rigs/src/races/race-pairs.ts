import { openTestShop, type TestShop } from '@comptoir/api/testing'
import type { Engine } from '@comptoir/db/testing'
import { describe, expect, test } from 'vitest'
import { chance, tally, wanted } from '../tally.ts'
import { wantedEngines } from '../wanted-engines.ts'
import { everyPair, type Stage } from './interleave.ts'
import { guestStage } from './guest-stage.ts'
import { orderStage, orderStarts } from './order-stage.ts'
import { cartStage, shelfStage, threadStage } from './shelf-stages.ts'

const seed = wanted('RIG_SEED', Date.now() % 1_000_000)
/** Hooks of each pair: on PostgreSQL a mutation has some thirty, and a few are drawn. `--hooks 0` takes all of them. */
const some = wanted('RIG_HOOKS', 1)
const hooks = { sqlite: 'all', postgres: some === 0 ? 'all' : some } as const

async function race<S>(engine: Engine, about: string, open: (shop: TestShop) => Promise<Stage<S>>): Promise<string[]> {
  const counts = tally(`every pair on ${about} (${engine}, seed ${seed})`)
  await using shop = await openTestShop({ engine })
  const stage = await open(shop)
  await everyPair(stage, counts, { hooks: hooks[engine], random: chance(seed) })
  const pairs = Object.keys(stage.deeds).length ** 2
  return counts.close({ pairs, interleavings: pairs })
}

/** Registers the races of one engine: each has a file of its own, so that the two run beside each other. */
export function racePairs(engine: Engine): void {
  const skip = !wantedEngines.includes(engine)
  describe(`two at once, at every hook of the first (${engine})`, { skip }, () => {
    test.each(orderStarts)('an order that %s', async (start) => {
      expect(await race(engine, `an order that ${start}`, (shop) => orderStage(shop, start))).toEqual([])
    })
    test('an order of a guest', async () => expect(await race(engine, 'an order of a guest', guestStage)).toEqual([]))
    test('a cart', async () => expect(await race(engine, 'a cart', cartStage)).toEqual([]))
    test('the last piece of a product', async () =>
      expect(await race(engine, 'the last piece', shelfStage)).toEqual([]))
    test('a conversation', async () => expect(await race(engine, 'a conversation', threadStage)).toEqual([]))
  })
}
