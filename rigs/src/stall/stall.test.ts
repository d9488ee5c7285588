import type { Engine } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { emptyPlace } from '../place.ts'
import { chance, type Tally, tally, wanted } from '../tally.ts'
import { wantedEngines } from '../wanted-engines.ts'
import { holdOutlived } from './hold.ts'
import { openStallRig } from './stall.ts'

const stalls = wanted('RIG_STALLS', 30)
const seed = wanted('RIG_SEED', Date.now() % 1_000_000)
const patience = { timeout: 900_000 + 20_000 * stalls }

/** A shop is begun anew after so many stalls: no session of a colleague lasts for all the hours that its clock moves on. */
const shopLife = 60

/** Stands still at each named hook in turn, from where chance says. */
async function stallOften(engine: Engine, counts: Tally): Promise<void> {
  const from = chance(seed)()
  const visited = new Set<string>()
  let turn = 0
  // A hook that a story does not pass this time leaves its turn to the next.
  const goesOn = () => counts.of('stalls') < stalls && turn < stalls * 3
  while (goesOn()) {
    await using place = await emptyPlace(engine)
    await using rig = await openStallRig(place, counts)
    const hooks = new Map(
      [...rig.hooksOf].toReversed().flatMap(([kind, of]) => of.map((hook) => [hook, kind] as const)),
    )
    const names = [...hooks.keys()].toSorted()
    counts.add('named hooks', names.length - counts.of('named hooks'))
    // Those that money is under way at come in every run.
    const first = names.filter((name) => / gateway (?:charge|refund|confirm|close) /.test(name))
    const start = Math.floor(from * names.length)
    const turns = [...new Set([...first, ...names.slice(start), ...names.slice(0, start)])]
    for (let life = 0; life < shopLife && goesOn(); life++) {
      const hook = turns[turn++ % turns.length] ?? ''
      if (await rig.stallAt(hook, hooks.get(hook) ?? 'paid')) visited.add(hook)
    }
  }
  counts.add('different hooks', visited.size)
}

test.for(wantedEngines)(
  'a server that stood still for a minute in the middle of its work does nothing that another has done meanwhile (%s)',
  patience,
  async (engine) => {
    const counts = tally(`stall rig on ${engine}, seed ${seed}`)
    await stallOften(engine, counts)
    const most = Math.min(stalls, 30)
    const bars = {
      stalls,
      'different hooks': Math.floor(most * 0.8),
      'stalls whose work the other took over': Math.floor(most / 3),
    }
    expect(counts.close(bars)).toEqual([])
  },
)

test.for(wantedEngines)(
  'a payment that stood still past the hold of its order sells no piece that another has bought meanwhile (%s)',
  patience,
  async (engine) => {
    const counts = tally(`stall rig on ${engine}, holds`)
    await using place = await emptyPlace(engine)
    await holdOutlived(place, counts)
    const bars = { 'stalls past a hold': 6, 'pieces of the one who stood still': 2, 'pieces of the other': 2 }
    expect(counts.close(bars)).toEqual([])
  },
)
