import { dark, light } from './colour.ts'

/** What one picture is drawn with: its paints (collected as defs) and its own repeatable chance. */
export interface Pen {
  /** Keeps one definition, answers `url(#id)`; the same text is kept once. */
  keep(markup: (id: string) => string): string
  /** 0..1, the same series for the same picture name. */
  chance(): number
  defs(): string
}

/** A pen whose chance is seeded by the picture's name. */
export function createPen(name: string): Pen {
  const kept = new Map<string, string>()
  let seed = 2166136261
  for (const letter of name) seed = Math.imul(seed ^ letter.charCodeAt(0), 16777619)
  return {
    keep(markup) {
      const key = markup('')
      const known = kept.get(key)
      if (known) return `url(#${known})`
      const id = `p${kept.size}`
      kept.set(key, id)
      return `url(#${id})`
    },
    chance() {
      seed = (seed + 0x6d2b79f5) | 0
      let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed)
      bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
      return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
    },
    defs: () => [...kept].map(([markup, id]) => markup.replace('id=""', `id="${id}"`)).join(''),
  }
}

type Stop = [at: number, colour: string, opacity?: number]

const stops = (list: Stop[]) =>
  list
    .map(
      ([at, colour, opacity]) =>
        `<stop offset="${at}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
    )
    .join('')

/** A linear paint from (x1,y1) to (x2,y2) of the shape's own box. */
export function linear(pen: Pen, [x1, y1, x2, y2]: [number, number, number, number], list: Stop[]): string {
  return pen.keep(
    (id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`,
  )
}

/** A radial paint centred at (cx,cy) of the shape's own box. */
export function radial(pen: Pen, [cx, cy, r]: [number, number, number], list: Stop[]): string {
  return pen.keep((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops(list)}</radialGradient>`)
}

/** The paint of an upright round body lit from the left; `depth` 0..1.5 is how strongly it turns. */
export function round(pen: Pen, colour: string, depth = 1): string {
  return linear(
    pen,
    [0, 0, 1, 0],
    [
      [0, dark(colour, 0.16 * depth)],
      [0.1, colour],
      [0.27, light(colour, 0.26 * depth)],
      [0.48, colour],
      [0.8, dark(colour, 0.24 * depth)],
      [1, dark(colour, 0.4 * depth)],
    ],
  )
}

/** The paint of a flat face, lighter to the upper left. */
export function plane(pen: Pen, colour: string, depth = 1): string {
  return linear(
    pen,
    [0, 0, 1, 1],
    [
      [0, light(colour, 0.16 * depth)],
      [0.45, colour],
      [1, dark(colour, 0.18 * depth)],
    ],
  )
}

/** The paint of a ball or a soft heap. */
export function ball(pen: Pen, colour: string, depth = 1): string {
  return radial(
    pen,
    [0.34, 0.28, 0.8],
    [
      [0, light(colour, 0.38 * depth)],
      [0.45, colour],
      [1, dark(colour, 0.4 * depth)],
    ],
  )
}

/** The paint from the upper colour to the lower one. */
export const down = (pen: Pen, upper: string, lower: string) =>
  linear(
    pen,
    [0, 0, 0, 1],
    [
      [0, upper],
      [1, lower],
    ],
  )

/** Polished metal standing upright. */
export function metal(pen: Pen, colour: string): string {
  return linear(
    pen,
    [0, 0, 1, 0],
    [
      [0, dark(colour, 0.3)],
      [0.14, light(colour, 0.55)],
      [0.3, light(colour, 0.1)],
      [0.42, light(colour, 0.7)],
      [0.6, colour],
      [0.85, dark(colour, 0.35)],
      [1, dark(colour, 0.1)],
    ],
  )
}

/** Limits what it is set on (attribute) to the shape. */
export const clipTo = (pen: Pen, shape: string) =>
  `clip-path="${pen.keep((id) => `<clipPath id="${id}">${shape}</clipPath>`)}"`
