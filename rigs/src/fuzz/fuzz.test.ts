import { openDatabase } from '@comptoir/db'
import type { Engine } from '@comptoir/db/testing'
import { procedures } from '@comptoir/api/testing-world'
import { expect, test } from 'vitest'
import { tally, wanted } from '../tally.ts'
import { wantedEngines } from '../wanted-engines.ts'
import { drawOf } from './draw.ts'
import { judge } from './judge.ts'
import { asItShouldBe, isFirst, type Planned, planned, turnsOf } from './requests.ts'
import { changedTables, rowsOf } from './rows.ts'
import { type Came, lineTo } from './send.ts'
import { openStage } from './stage.ts'
import { summary } from './summary.ts'

const requests = wanted('RIG_REQUESTS', 20_000)
const seed = wanted('RIG_SEED', 1)
/** So many requests meet one shop: a shop in which everything was cancelled and closed has little left to say. */
const perShop = 2500
const newBadgesEvery = 100
const shops = Math.ceil(requests / perShop)
/** The last shop is one on PostgreSQL, unless a replay says which. */
const engineOf = (turn: number): Engine => wantedEngines.at(shops > 1 && turn === shops - 1 ? -1 : 0) ?? 'sqlite'
// What the server calls unexpected is a fault: its log says more than its answer.
process.env['RIG_LOG'] ??= 'error'

const nameOf = ({ face, path }: { face: string; path: string }) => `${face}.${path}`

/** One shop, its share of the requests, and what was wrong with their answers. */
async function playOne(turn: number, count: number, totals: ReturnType<typeof summary>): Promise<string[]> {
  const own = seed + turn
  const engine = engineOf(turn)
  const faults: string[] = []
  await using stage = await openStage(engine)
  const database = await openDatabase(stage.world.shop.url)
  const rows = rowsOf(database.read)
  const line = lineTo(stage.server.url)
  const told = ({ sent, badge, kind }: Planned, came: Came, words: string) => {
    // One example of each is enough to read.
    if (faults.some((known) => known.startsWith(words.slice(0, 120)))) return
    const { method, path, headers, body, cutAfter } = sent
    const request = JSON.stringify({ method, path, headers, body: body?.slice(0, 4000) ?? null, cutAfter })
    const again = `pnpm rig:fuzz --seed ${own} --requests ${count}${engine === 'postgres' ? ' --engine postgres' : ''}`
    faults.push(`${words}\n  ${badge.name}, ${kind}, answered ${came.status}: ${request}\n  again: ${again}`)
  }
  try {
    let badges = await stage.badges()
    await rows.moved()
    let known = await rows.digests()
    await stage.server.tell('pause', null)
    const turns = turnsOf(own, count)
    for (const [no, one] of turns.entries()) {
      const ended = isFirst(no) && turns[no - 1]?.path.startsWith('auth.') === true
      if (ended || (no > 0 && no % newBadgesEvery === 0)) {
        badges = await stage.badges()
        await rows.moved()
        known = await rows.digests()
      }
      const plan = isFirst(no)
        ? asItShouldBe(one, badges, stage, no)
        : planned(one, badges, stage, drawOf(own * 1_000_003 + no))
      const came = await line.send(plan.sent)
      const verdict = judge(plan.sent, came, plan.badge)
      for (const words of verdict.faults) told(plan, came, words)
      totals.add(plan, came, verdict)
      if (!(await rows.moved())) continue
      const now = await rows.digests()
      const changed = changedTables(known, now)
      known = now
      if (changed.length === 0) continue
      if (!verdict.accepted) told(plan, came, `a refused request changed ${changed.join(', ')}`)
      else if (plan.sent.method === 'GET') told(plan, came, `a reading request changed ${changed.join(', ')}`)
      if (faults.length > 20) break
    }
    totals.pause(await stage.server.tell('pause', null))
    const { breaches } = await stage.server.tell('books', null)
    faults.push(...breaches.map((words) => `the books of the shop with seed ${own}: ${words}`))
  } finally {
    line.close()
    await database.close()
  }
  return faults
}

test(
  'whatever is sent to the shop, it answers in its own words, tells nothing it should not, and a refusal changes nothing',
  { timeout: 900_000 + requests * 60 },
  async () => {
    const counts = tally(`fuzz rig, seed ${seed}`)
    const totals = summary()
    const faults: string[] = []
    for (let turn = 0; turn < shops && faults.length === 0; turn++)
      faults.push(...(await playOne(turn, Math.min(perShop, requests - turn * perShop), totals)))
    console.log(totals.lines().join('\n'))
    for (const [name, count] of totals.counts()) counts.add(name, count)
    expect(faults.join('\n\n')).toBe('')
    expect(counts.close({ requests, 'procedures tried': procedures.length })).toEqual([])
    // A replay of one shop says nothing of all.
    const all = requests < 10_000 ? [] : procedures.map(nameOf)
    expect(totals.untouched(all), 'procedures that were never refused or never taken').toEqual([])
  },
)
