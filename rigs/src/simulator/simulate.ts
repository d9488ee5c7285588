import { openDatabase } from '@comptoir/db'
import { chance } from '../tally.ts'
import { telephone } from './calls.ts'
import { blankDay, count, type Day, judge, judgeOf, note, wordsOf } from './day.ts'
import { closeBooks, settleDay } from './day-end.ts'
import { lineFaults, provider } from './gateway.ts'
import { everyone } from './people.ts'
import { chanceOf, draw, type Play } from './play.ts'
import { looker } from './seen.ts'
import { endLife, startLife } from './shop.ts'
import { newShopper, shopperDeeds } from './shoppers.ts'
import { productDraft, staffDeeds } from './staff.ts'
import { turn, type virtualTime } from './virtual-time.ts'
import { worldDeeds } from './world.ts'

export interface Run {
  seed: number
  /** The digest of everything that was asked, answered and decided, in order. */
  journal: string
  /** What was wrong, in words; empty when all was well. */
  complaints: string[]
  /** How much was tried and hit, by name. */
  counts: Record<string, number>
  /** The end of the journal, for whoever looks for the cause. */
  trail: string[]
}
interface Options {
  steps: number
  /** A copy of the template, which the run may use up. */
  url: string
  time: ReturnType<typeof virtualTime>
}
const morning = new Date('2026-11-22T08:00:00.000Z')

/** Plays a day of the shop, the same for the same seed, until its end or the first thing that is wrong. */
export async function simulate(seed: number, { steps, url, time }: Options): Promise<Run> {
  time.startAt(morning)
  const random = chance(seed)
  const luck = chanceOf(random)
  const drawn = chance(seed ^ 0x5bd1e995)
  const bytes = (many: number) => Uint8Array.from({ length: many }, () => Math.floor(drawn() * 256))
  const blank = blankDay()
  let calm = true
  let begun = false
  const bank = provider({
    fault(call) {
      if (calm || random() > (call === 'find' || call === 'close' ? 0.06 : 0.2)) return null
      const fault = luck.pick(lineFaults) ?? null
      count(blank, `gateway: ${fault}`)
      return fault
    },
    refundFails() {
      const fails = !calm && random() < 0.05
      if (fails) count(blank, 'gateway: refund refused')
      return fails
    },
  })
  const onCommit = () => void day.commits++
  const begin = () => {
    count(blank, 'lives of the process')
    return startLife({ url, time, provider: bank, random, bytes, onCommit, gated: () => begun })
  }
  // Nothing is committed before the day is whole.
  const neighbour = await openDatabase(url, { busyMs: 0 })
  const eyes = looker(neighbour.read, bank)
  const seen = await eyes.look()
  const day: Day = { ...blank, seed, url, luck, time, bank, neighbour, eyes, seen, begin, life: await begin() }
  const { again, ...phone } = telephone(day)
  const play: Play = { ...luck, ...phone, model: day.model, seen: () => day.seen }
  const { shoppers, staff } = everyone()
  const people = shoppers.map(newShopper)

  await fillShelf(play, staff['admin'])
  await day.life.open.services.events.settled()
  await judge(day)
  calm = false
  begun = true

  const judgeNews = judgeOf(day)
  /** Lets some go on at once, then looks at what has become of it. */
  async function release(most: number): Promise<void> {
    if (most > 1) day.model.loosen()
    const who = await day.life.scheduler.release(most)
    if (who.length > 1) count(day, 'several let go at once')
    note(day, `go ${who.join(', ')}`)
    await judgeNews()
  }
  const fine = () => day.complaints.length === 0
  const world = worldDeeds(day, { again })
  for (let step = 0; step < steps && fine(); step++) {
    const whose = random()
    const shopper = luck.pick(people)
    const deeds = whose < 0.6 && shopper ? shopperDeeds(play, shopper) : whose < 0.8 ? staffDeeds(play, staff) : world
    const [, name, act] = draw(deeds, random) ?? [0, 'nothing', async () => {}]
    note(day, `step ${step} ${name} ${time.now().toISOString()}`)
    const acting = act().catch((error: unknown) => void day.complaints.push(`${name}: ${wordsOf(error)}`))
    // People wait for their answers, and nobody waits for people.
    if (deeds === world) await acting
    await turn()
    const crowd = day.life.scheduler.waiting()
    for (let go = crowd > 12 ? crowd - 6 : luck.whole(0, 5); go > 0 && fine(); go--)
      await release(random() < 0.08 ? luck.whole(2, 3) : 1)
  }
  // The day ends: the line is good again.
  calm = true
  await settleDay(day, release)
  if (fine()) await closeBooks(day)
  await endLife(day.life, time)
  await neighbour.close()
  note(day, JSON.stringify(day.seen))
  const { complaints, counts, trail } = day
  return { seed, journal: day.journal.digest('hex'), complaints, counts, trail }
}

/** The shelf is filled through the console, one product after the other. */
async function fillShelf(play: Play, who: Parameters<typeof newShopper>[0] | undefined): Promise<void> {
  for (let i = 0; i < 5 && who !== undefined; i++) {
    const [slug, unitCents, stock] = [`produit-${i}`, play.whole(30, 250) * 10, play.whole(1, 12)]
    await play.call({
      ...{ verb: 'admin.create', who },
      ask: { verb: 'goods', slug, unitCents, change: stock },
      run: (calls) => calls.admin.products.create(productDraft(slug, unitCents, stock)),
    })
  }
}
