import type { Answer, Ask } from './asks.ts'
import type { ReferenceModel } from './model.ts'
import type { Seen } from './seen.ts'
import type { Bag, Calls } from './visitor.ts'

/** A call as its caller remembers it: enough to send it again with the same key. */
export interface Sent {
  verb: string
  who: Bag
  key: string | null
  ask: Ask | null
  run: (calls: Calls) => Promise<unknown>
  /** What the model compares with; and what the caller learns from the answer. */
  learn: (answer: never) => Answer
}
export interface Chance {
  /** From 0 to below 1. */
  random: () => number
  /** A whole number from the first to the last. */
  whole: (least: number, most: number) => number
  pick: <T>(list: readonly T[]) => T | undefined
}

/** What the people of a run act on: what they know, and how they call the shop. */
export interface Play extends Chance {
  model: ReferenceModel
  /** What the colleagues see on their screens: the last look at the shop. */
  seen: () => Seen
  askNo: () => number
  /** Calls the shop and resolves with the answer, or undefined when it was refused; never, when the process dies meanwhile. */
  call: <T>(of: {
    verb: string
    who: Bag
    run: (calls: Calls) => Promise<T>
    ask?: Omit<Ask, 'no'> & { no?: number }
    keyed?: boolean
    learn?: (answer: T) => Answer
  }) => Promise<T | undefined>
}

export const chanceOf = (random: () => number): Chance => ({
  random,
  whole: (least, most) => least + Math.floor(random() * (most - least + 1)),
  pick: (list) => list[Math.floor(random() * list.length)],
})

/** Something that may happen next, and how often it does beside the others. */
export type Deed = readonly [weight: number, name: string, act: () => Promise<unknown>]

/** One of the deeds, the weighty ones more often. */
export function draw(deeds: readonly Deed[], random: () => number): Deed | undefined {
  let left = random() * deeds.reduce((all, [weight]) => all + weight, 0)
  return deeds.find(([weight]) => (left -= weight) < 0)
}
