import { dark, light, palette } from './colour.ts'
import { letters } from './letters.ts'
import type { Motif } from './motif.ts'
import { motif } from './motif.ts'
import type { Pen } from './pen.ts'
import { round } from './pen.ts'
import { path, put, stroke } from './shape.ts'

export interface Label {
  word: string
  motif: Motif
  paper?: string
  ink?: string
  accent?: string
}

/** A paper label wrapped round an upright body: middle at (x, y), slightly bowed. */
export function label(pen: Pen, said: Label, x: number, y: number, width: number, height: number, bow = 6): string {
  const paper = said.paper ?? palette.paper
  const ink = said.ink ?? palette.ink
  const accent = said.accent ?? palette.vermilion
  const band = (inset: number) => {
    const [w, h] = [width / 2 - inset, height / 2 - inset]
    return `M${-w} ${-h}Q0 ${-h + bow} ${w} ${-h}V${h}Q0 ${h + bow} ${-w} ${h}Z`
  }
  const tall = height > width * 0.75
  const size = Math.min(width, height) * (tall ? 0.0052 : 0.0047)
  return put(
    x,
    y,
    path(band(0), round(pen, paper, 0.7)) +
      stroke(band(7), mixInk(ink), 1.6) +
      put(0, bow / 2 + (tall ? -height * 0.17 : -height * 0.12), motif(said.motif, ink, accent), size) +
      letters(said.word, 0, height / 2 - 16 + bow / 2, Math.min(24, height * 0.15), ink, 0.15, width * 0.74) +
      (tall ? stroke(`M${-width * 0.2} ${height * 0.13 + bow / 2}H${width * 0.2}`, accent, 2.5) : ''),
  )
}

const mixInk = (ink: string) => (ink === palette.ink ? light(ink, 0.3) : dark(ink, 0.05))
