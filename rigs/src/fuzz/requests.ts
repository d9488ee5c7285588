import { procedureInput, routes } from '@comptoir/api/rest/routes'
import { type Procedure, procedures } from '@comptoir/api/testing-world'
import { type Draw, drawOf, shuffled } from './draw.ts'
import { valueOf } from './from-schema.ts'
import { wildValue } from './hostile.ts'
import { type Badge, callerOf, type Stage } from './stage.ts'
import { twisted } from './twist.ts'
import { batch, faultNames, faulty, rest, type Sent, single } from './wire.ts'

/** One request of the plan: who sends what, and what is odd about it. */
export interface Planned {
  sent: Sent
  badge: Badge
  /** How far from valid: `sample`, `drawn`, `twisted`, `wild`, or the name of a fault on the wire. */
  kind: string
}

/** The procedures in turn, in an order that the seed chose: of `count` requests each has its share. */
export const turnsOf = (seed: number, count: number): Procedure[] => {
  const draw = drawOf(seed)
  const rounds = Array.from({ length: Math.ceil(count / procedures.length) }, () => shuffled(procedures, draw))
  // In the first round each is asked as it should be: before the others have emptied the cart.
  const first = [...(seed % 2 === 0 ? ordersIt : changesIt), 'products.setImages', 'apps.addToken']
  const placeOf = ({ path }: Procedure): number =>
    first.includes(path) ? first.indexOf(path) - first.length : last.indexOf(path) + 1
  rounds[0]?.sort((a, b) => placeOf(a) - placeOf(b))
  return rounds.flat().slice(0, count)
}
// A cart that is ordered is gone, and one that is changed is no longer what was quoted: each shop does one of the two.
const ordersIt = ['orders.checkout', 'cart.setQuantity', 'cart.remove']
const changesIt = ['cart.setQuantity', 'cart.remove', 'orders.checkout']
// Last what takes from the others what they need.
const last = ['auth.changePassword', 'products.update', 'products.archive', 'apps.close']
/** Whether a turn belongs to the first round. */
export const isFirst = (turn: number): boolean => turn < procedures.length

type Kind = 'sample' | 'drawn' | 'twisted' | 'wild'
const kindOf = (draw: Draw): Kind =>
  draw.pick(['sample', 'sample', 'drawn', 'drawn', 'drawn', 'twisted', 'twisted', 'twisted', 'twisted', 'wild'])

function inputOf(one: Procedure, kind: Kind, stage: Stage, draw: Draw): unknown {
  const { world, pool } = stage
  const schema = procedureInput(one.face, one.path)
  if (kind === 'wild' || schema === undefined) return wildValue(draw)
  const sampled = () => {
    const { accessToken, reference, link, preview } = world.missing
    const theirs = { ...world.theirs, accessToken, reference, link, preview }
    const of = draw.pick([world.mine, world.mine, world.mine, theirs, world.missing])
    return one.sample.input({ ...of, word: `${of.word}${draw.int(0, 9999)}` }, world.carts.alice)
  }
  if (kind === 'sample') return sampled()
  const drawn = draw.oneIn(2) || kind === 'drawn' ? valueOf(schema, draw, pool) : sampled()
  return kind === 'drawn' ? drawn : twisted(drawn, draw)
}

function sentOf(one: Procedure, kind: Kind, stage: Stage, draw: Draw): Sent {
  const input = () => inputOf(one, kind, stage, draw)
  const ways = routes.filter((route) => route.face === one.face && route.procedure === one.path)
  const way = draw.int(0, 2)
  if (way === 0 && ways.length > 0) return rest(one, draw.pick(ways), input())
  if (way === 1 && one.kind !== 'subscription') {
    const peers = procedures.filter(
      ({ face, kind: like }) => face === one.face && (like === one.kind || draw.oneIn(30)),
    )
    const size = draw.oneIn(15) ? draw.int(9, 14) : draw.int(1, 4)
    const others = Array.from({ length: size - 1 }, () => draw.pick(peers))
    const all = others.map((other) => ({ one: other, input: inputOf(other, kindOf(draw), stage, draw) }))
    return batch([{ one, input: input() }, ...all], draw)
  }
  return single(one, input())
}

const keys = ['a'.repeat(22), 'b'.repeat(255), 'short', 'c'.repeat(256), 'a b'.repeat(20), ',,,', '']

/** A request with nothing wrong in it, by whoever may send it, about things of their own. */
export function asItShouldBe(one: Procedure, badges: readonly Badge[], { world }: Stage, place: number): Planned {
  const badge = badges.find(({ name }) => name === (one.face === 'shop' ? 'alice' : 'admin'))
  if (badge === undefined) throw new Error('alice and an admin are there')
  const plain = single(one, one.sample.input(world.mine, world.carts.alice))
  const headers = { ...badge.headers, ...plain.headers, 'x-forwarded-for': `10.255.255.${place}` }
  return { sent: { ...plain, headers }, badge, kind: 'as it should be' }
}

/** The request of one turn: the same for the same seed. */
export function planned(one: Procedure, badges: readonly Badge[], stage: Stage, draw: Draw): Planned {
  const kind = kindOf(draw)
  const badge = callerOf(one, badges, draw)
  const plain = sentOf(one, kind, stage, draw)
  const key = draw.oneIn(3)
    ? { 'idempotency-key': draw.oneIn(2) ? `${draw.int(0, 1e9)}`.repeat(22).slice(0, 40) : draw.pick(keys) }
    : {}
  // Each request comes from a place of its own: how often a place may ask is no question here.
  const place = { 'x-forwarded-for': `10.${draw.int(0, 255)}.${draw.int(0, 255)}.${draw.int(1, 254)}` }
  const language = draw.oneIn(2) ? { 'accept-language': draw.pick(['en', 'fr', 'de', '*']) } : {}
  const sent = { ...plain, headers: { ...badge.headers, ...plain.headers, ...key, ...place, ...language } }
  if (!draw.oneIn(8)) return { sent, badge, kind }
  const fault = draw.pick(faultNames)
  return { sent: faulty(sent, fault, draw), badge, kind: fault }
}
