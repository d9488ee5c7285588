import { type Engine } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { emptyPlace } from '../place.ts'
import { chance, type Tally, tally, wanted } from '../tally.ts'
import { wantedEngines } from '../wanted-engines.ts'
import { openCrashRig } from './crash.ts'
import { kinds } from './plots.ts'

/** A shop is emptied and begun anew after so many kills, so that a long run stays as quick as a short one. */
const shopLife = 100
const seed = wanted('RIG_SEED', Date.now() % 1_000_000)
const patience = 900_000 + 10_000 * wanted('RIG_KILLS', 60)
const onlyOn = (engine: Engine) => ({ timeout: patience, skip: !wantedEngines.includes(engine) })

/** Kills at each named hook in turn, as often as it takes, and at random moments in between. */
async function killOften(engine: Engine, kills: number, counts: Tally): Promise<void> {
  const random = chance(seed)
  const pick = () => kinds[Math.floor(random() * kinds.length)] ?? 'paid'
  let next = Math.floor(random() * 1000)
  const visited = new Set<string>()
  for (let done = 0; done < kills;) {
    await using place = await emptyPlace(engine)
    await using rig = await openCrashRig(place, counts)
    const hooks = new Map(
      [...rig.hooksOf].toReversed().flatMap(([kind, of]) => of.map((hook) => [hook, kind] as const)),
    )
    const names = [...hooks.keys()].toSorted()
    for (let life = 0; life < shopLife && done < kills; life++, done++) {
      let atHook = false
      // A hook that these stories do not pass this time leaves its turn to the next.
      for (let tries = 0; life % 5 !== 4 && !atHook && tries < 3; tries++) {
        const hook = names[next++ % names.length] ?? ''
        atHook = await rig.killAt(hook, hooks.get(hook) ?? 'paid')
        if (atHook) visited.add(hook)
      }
      if (!atHook)
        await rig.killAfter(random() * 150, [pick(), pick(), pick(), pick()], random() < 0.3 ? random() * 100 : null)
    }
    counts.add('named hooks', names.length - counts.of('named hooks'))
  }
  counts.add('different hooks killed at', visited.size)
}

test(
  'a shop that is killed at any moment has lost nothing and done nothing twice (sqlite)',
  onlyOn('sqlite'),
  async () => {
    const kills = wanted('RIG_KILLS', 75)
    const counts = tally(`crash rig on SQLite, seed ${seed}`)
    await killOften('sqlite', kills, counts)
    expect(counts.of('kills at hooks') + counts.of('kills at random moments')).toBeGreaterThanOrEqual(kills)
    expect(
      counts.close({
        'kills at hooks': Math.floor(kills * 0.7),
        'different hooks killed at': Math.min(50, Math.floor(kills * 0.7)),
      }),
    ).toEqual([])
  },
)

test('a shop on PostgreSQL that is killed at any moment has lost nothing either', onlyOn('postgres'), async () => {
  const kills = wanted('RIG_KILLS_POSTGRES', 15)
  const counts = tally(`crash rig on PostgreSQL, seed ${seed}`)
  await killOften('postgres', kills, counts)
  expect(counts.close({ 'kills at hooks': Math.floor(kills * 0.7) })).toEqual([])
})
