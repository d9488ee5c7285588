import { Refusal } from '@comptoir/domain'
import { count, type Day, note, wordsOf } from './day.ts'
import type { Play, Sent } from './play.ts'
import { callsOf } from './visitor.ts'

const refusalIn = (error: unknown): Refusal | null => {
  const cause = error instanceof Error ? error.cause : undefined
  return error instanceof Refusal ? error : cause instanceof Refusal ? cause : null
}

/** How the people of a day call its shop, and call it again when they heard nothing. */
export function telephone(day: Day): Pick<Play, 'call' | 'askNo'> & { again(): void } {
  let asks = 0
  let calls = 0
  let sent: Sent[] = []
  const underWay = new Set<{ life: Day['life']; no: number | undefined }>()

  /** One call, from the one who makes it to what they and the model learn of it; whoever asked a process that has died hears nothing. */
  function make<T>(one: Sent): Promise<T | undefined> {
    const no = ++calls
    const { life, model } = day
    const { ask } = one
    if (ask !== null) model.ask(ask)
    const way = { life, no: ask?.no }
    underWay.add(way)
    // The same ask, sent again, may still come to something after this call was refused.
    const again = () => [...underWay].some((other) => other.life === day.life && other.no === way.no)
    note(day, `${no} ${one.verb} by ${one.who.user?.email ?? 'a guest'} key ${one.key} ${JSON.stringify(ask)}`)
    count(day, 'calls')
    day.open++
    const work = one.run(callsOf(life.open.services, one.who, { key: one.key, requestId: `request-${no}` }))
    const ends = (words: string) => {
      day.open--
      underWay.delete(way)
      note(day, `${no} ${words}`)
    }
    return new Promise((resolve) => {
      work.then(
        (value) => {
          if (!life.alive) return
          ends(JSON.stringify(value))
          count(day, `${one.verb}: done`)
          const learnt = one.learn(value as never)
          if (learnt.outcome !== undefined) count(day, `paying: ${learnt.outcome}`)
          if (ask !== null) day.unheard.push(() => model.answered(ask.no, learnt))
          resolve(value as T)
        },
        (error: unknown) => {
          if (!life.alive) return
          const refusal = refusalIn(error)
          ends(`refused ${refusal?.code ?? wordsOf(error)}`)
          count(day, `${one.verb}: ${refusal?.code ?? 'failed'}`)
          if (refusal?.code === 'shop_busy') count(day, 'database busy: told so')
          if (refusal === null) day.complaints.push(`${no} ${one.verb} failed: ${wordsOf(error)}`)
          else if (ask !== null) day.unheard.push(() => model.refused(ask.no, refusal.code, again()))
          resolve(undefined)
        },
      )
    })
  }

  return {
    askNo: () => ++asks,
    call({ verb, who, run, ask, keyed = false, learn = () => ({}) }) {
      const whole = ask === undefined ? null : { ...ask, no: ask.no ?? ++asks }
      const key = keyed ? `key-${day.seed}-${whole?.no ?? 0}-${calls}`.padEnd(24, '0') : null
      const one: Sent = { verb, who, key, ask: whole, run, learn }
      if (key !== null) sent = [...sent.slice(-12), one]
      return make(one)
    },
    again() {
      const one = day.luck.pick(sent)
      if (one === undefined) return
      count(day, 'sent again with the same key')
      void make(one)
    },
  }
}
