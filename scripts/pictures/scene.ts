import type { Pen } from './pen.ts'
import { place } from './places.ts'
import type { PlaceName } from './places.ts'
import type { Thing } from './shape.ts'
import { ground, set } from './stage.ts'

/** A companion in the second picture: the thing, where its foot stands, its scale and turn. */
export type Beside = [thing: Thing, x: number, scale?: number, turn?: number, lower?: number]

/** How one product is shown; `colour` is the swatch of the value shown, '' when it has none. */
export interface Scene {
  alone(pen: Pen, colour: string): Thing
  scale?: number
  turn?: number
  at: PlaceName
  x?: number
  placed?: (pen: Pen, colour: string) => Thing
  placedScale?: number
  placedTurn?: number
  lower?: number
  /** False when the peg of the rail would pierce it. */
  pegged?: boolean
  behind?: (pen: Pen) => Beside[]
  front?: (pen: Pen) => Beside[]
}

/** Fills the sheet: up to 560 either way, never blown up beyond one half more. */
const fit = (thing: Thing) => Math.min(560 / thing.height, 590 / thing.width, 1.45)

const foot = (thing: Thing, scale: number) => (thing.rests === 'stand' ? 412 + (thing.height * scale) / 2 : 400)

function svg(pen: Pen, body: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800"><defs>${pen.defs()}</defs>${body}</svg>\n`
  return text
    .replace(/-?\d*\.\d{2,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/(["( -])0\.(\d)/g, '$1.$2')
}

/** The first picture: the thing alone on its tinted paper. */
export function drawAlone(pen: Pen, scene: Scene, tint: string, colour: string): string {
  const thing = scene.alone(pen, colour)
  const scale = fit(thing) * (scene.scale ?? 1)
  return svg(
    pen,
    ground(pen, tint, thing.rests === 'stand') + set(pen, thing, 400, foot(thing, scale), scale, scene.turn ?? 0),
  )
}

/** The second picture: the thing where it lives, with company. */
export function drawPlaced(pen: Pen, scene: Scene, tint: string, colour: string): string {
  const where = place(pen, scene.at, tint)
  const thing = (scene.placed ?? scene.alone)(pen, colour)
  const company = (list: Beside[]) =>
    list
      .map(([other, x, scale, turn, lower]) => set(pen, other, x, where.foot + (lower ?? 0), scale ?? 0.7, turn))
      .join('')
  const self = set(
    pen,
    thing,
    scene.x ?? 400,
    where.foot + (scene.lower ?? 0),
    fit(thing) * (scene.scale ?? 1) * (scene.placedScale ?? 0.78),
    scene.placedTurn ?? scene.turn ?? 0,
  )
  return svg(
    pen,
    where.art +
      company(scene.behind?.(pen) ?? []) +
      self +
      (scene.pegged === false ? '' : (where.over ?? '')) +
      company(scene.front?.(pen) ?? []),
  )
}
