import { dark, light } from '../colour.ts'
import type { Pen } from '../pen.ts'
import { down, linear, radial } from '../pen.ts'
import { rect, stroke, times } from '../shape.ts'

/** Where a thing lives: what is behind it, and the height at which it stands or hangs. */
export interface Place {
  art: string
  foot: number
  /** What passes before the thing: the peg it hangs from. */
  over?: string
}

export const wall = (pen: Pen, colour: string) =>
  rect(
    0,
    0,
    800,
    800,
    radial(
      pen,
      [0.25, 0.15, 1],
      [
        [0, light(colour, 0.42)],
        [0.55, colour],
        [1, dark(colour, 0.16)],
      ],
    ),
  )

export function grain(pen: Pen, y: number, height: number, colour: string, lines: number): string {
  return times(lines, (i) => {
    const at = y + ((i + 0.5) * height) / lines + (pen.chance() - 0.5) * 4
    const from = pen.chance() * 300
    return stroke(
      `M${Math.round(from)} ${at}q120 ${pen.chance() * 8 - 4} 260 0t${Math.round(120 + pen.chance() * 200)} 0`,
      dark(colour, 0.3),
      1.5,
      'opacity=".45"',
    )
  })
}

export function plank(pen: Pen, y: number, height: number, colour: string): string {
  return rect(0, y, 800, height, down(pen, light(colour, 0.14), dark(colour, 0.2))) + grain(pen, y, height, colour, 3)
}

export const underneath = (pen: Pen, y: number) =>
  rect(
    0,
    y,
    800,
    70,
    linear(
      pen,
      [0, 0, 0, 1],
      [
        [0, '#3d2414', 0.34],
        [1, '#3d2414', 0],
      ],
    ),
  )
