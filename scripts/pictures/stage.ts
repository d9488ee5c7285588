import { dark, light } from './colour.ts'
import type { Pen } from './pen.ts'
import { linear, radial } from './pen.ts'
import type { Thing } from './shape.ts'
import { oval, put, rect } from './shape.ts'

export const shade = '#3d2414'

/** Where the light falls: a seamless sweep of tinted paper, brightest to the upper left. */
export function ground(pen: Pen, tint: string, standing: boolean): string {
  const wall = radial(
    pen,
    [0.28, 0.2, 0.95],
    [
      [0, light(tint, 0.5)],
      [0.55, tint],
      [1, dark(tint, 0.09)],
    ],
  )
  const floor = linear(
    pen,
    [0, 0, 0, 1],
    [
      [0, dark(tint, 0.13), 0],
      [0.22, dark(tint, 0.1), 1],
      [1, light(tint, 0.06), 1],
    ],
  )
  return rect(0, 0, 800, 800, wall) + (standing ? rect(0, 545, 800, 255, floor) : '')
}

/** A dark line where the object touches, a soft pool around it, and a tail to the right, away from the light. */
export function contactShadow(pen: Pen, x: number, y: number, width: number): string {
  const pool = radial(
    pen,
    [0.5, 0.5, 0.5],
    [
      [0, shade, 0.5],
      [0.55, shade, 0.22],
      [1, shade, 0],
    ],
  )
  const half = width / 2
  return (
    oval(x + half * 0.42, y + 2, half * 1.25, 14 + half * 0.13, pool) +
    oval(x + half * 0.04, y, half * 1.06, 7 + half * 0.045, pool)
  )
}

const softly = (pen: Pen, dx: number, dy: number, blur: number, opacity: number) =>
  pen.keep(
    (id) =>
      `<filter id="${id}" x="-.2" y="-.2" width="1.5" height="1.5"><feDropShadow dx="${dx}" dy="${dy}" stdDeviation="${blur}" flood-color="${shade}" flood-opacity="${opacity}"/></filter>`,
  )

/** Sets a thing with its foot at (x,y), its shadow under or behind it. */
export function set(pen: Pen, thing: Thing, x: number, y: number, scale = 1, turn = 0): string {
  const art = put(x, y, thing.art, scale, turn)
  if (thing.rests === 'stand') return contactShadow(pen, x, y, thing.width * scale) + art
  const filter = thing.rests === 'hang' ? softly(pen, 16, 18, 12, 0.3) : softly(pen, 9, 12, 7, 0.38)
  return `<g filter="${filter}">${art}</g>`
}

/** The light of a window, thrown on the wall. */
export function windowLight(x: number, y: number, size = 1): string {
  const pane = (dx: number, dy: number) => `M${dx} ${dy}l110 34v150l-110 -34z`
  return put(
    x,
    y,
    `<path d="${pane(0, 0)}${pane(124, 38)}${pane(0, 168)}${pane(124, 206)}" fill="#fffaf0" opacity=".34"/>`,
    size,
  )
}
