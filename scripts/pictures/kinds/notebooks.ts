import { dark, light, palette } from '../colour.ts'
import { letters } from '../letters.ts'
import { motif } from '../motif.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import { clipTo, linear, metal, plane } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { oval, path, put, rect, stand, stroke, times } from '../shape.ts'

/** A cloth-bound notebook standing a little open, elastic and ribbon. */
export function notebook(pen: Pen, look: { colour: string; elastic: string; width?: number; height?: number }): Thing {
  const w = look.width ?? 310
  const h = look.height ?? 430
  const half = w / 2
  const weave = times(16, (i) =>
    stroke(`M${-half} ${-h + 14 + i * (h / 16)}h${w}`, light(look.colour, 0.3), 1.2, 'opacity=".35"'),
  )
  return stand(
    w,
    h,
    path(`M${half - 12} ${-h + 10}L${half + 24} ${-h + 26}V-12L${half - 12} -4Z`, dark(look.colour, 0.35)),
    path(
      `M${half - 12} ${-h + 18}L${half + 16} ${-h + 32}V-18L${half - 12} -10Z`,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#c9b999'],
          [0.2, '#f3e7d0'],
          [0.4, '#d8c8a8'],
          [0.6, '#f6ecd8'],
          [0.8, '#d2c1a0'],
          [1, '#efe2c8'],
        ],
      ),
    ),
    rect(-half, -h, w, h, plane(pen, look.colour, 1.3), 'rx="7"'),
    weave,
    rect(-half, -h, 40, h, dark(look.colour, 0.3), 'rx="7" opacity=".8"'),
    stroke(`M${-half + 42} ${-h + 2}V-2`, light(look.colour, 0.4), 2, 'opacity=".6"'),
    rect(-half + 82, -h + 74, w - 128, 104, palette.cream, 'rx="2"'),
    stroke(
      `M${-half + 100} ${-h + 112}h${w - 164}M${-half + 100} ${-h + 136}h${w - 164}`,
      palette.ink,
      2,
      'opacity=".5"',
    ),
    rect(
      half - 44,
      -h - 3,
      15,
      h + 6,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(look.elastic, 0.3)],
          [0.4, light(look.elastic, 0.2)],
          [1, dark(look.elastic, 0.4)],
        ],
      ),
      'rx="3"',
    ),
    path('M-72 -3h17l10 24l-12 -3l-7 8z', look.elastic),
  )
}

/** A stapled school book: marbled cover, cloth spine, a label for the name. */
export function exerciseBook(pen: Pen, look: { colour: string; spine: string; ruled: boolean }): Thing {
  const cover = rect(-165, -440, 330, 440, '#fff', 'rx="4"')
  const veins = times(26, (i) => {
    const [x, y] = [Math.round(-170 + pen.chance() * 320), Math.round(-440 + pen.chance() * 430)]
    return path(
      `M${x} ${y}q20 -22 44 -6q26 14 6 34q-26 16 -42 2q-18 -14 -8 -30z`,
      i % 3 ? light(look.colour, 0.4) : dark(look.colour, 0.35),
      'opacity=".55"',
    )
  })
  return stand(
    330,
    440,
    put(16, 0, rect(-165, -434, 330, 434, palette.cream, `rx="3" stroke="${palette.linen}" stroke-width="2"`), 1, 2.5),
    rect(-165, -440, 330, 440, plane(pen, look.colour, 1.2), 'rx="4"'),
    `<g ${clipTo(pen, cover)}>${veins}</g>`,
    rect(
      -165,
      -440,
      52,
      440,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(look.spine, 0.3)],
          [0.3, light(look.spine, 0.3)],
          [1, look.spine],
        ],
      ),
    ),
    path('M-50 -342H120V-196H-50Z', palette.paper),
    rect(-42, -334, 154, 130, 'none', `stroke="${palette.vermilion}" stroke-width="2.5"`),
    letters('CAHIER', 35, -292, 20, palette.ink, 0.15),
    look.ruled
      ? stroke('M-26 -266H96M-26 -246H96M-26 -226H96', palette.slate, 2)
      : stroke(
          'M-26 -272H96M-26 -256H96M-26 -240H96M-26 -224H96M-6 -280V-214M16 -280V-214M38 -280V-214M60 -280V-214M82 -280V-214',
          palette.slate,
          1.5,
        ),
  )
}

/** A wall calendar on its nail: picture above, the month's numbers below. */
export function calendar(pen: Pen, look: { colour: string; sign: Motif; month: string }): Thing {
  const day = (i: number) =>
    oval(
      -126 + (i % 7) * 42,
      92 + Math.floor(i / 7) * 34,
      i === 17 ? 13 : 4.5,
      i === 17 ? 13 : 4.5,
      i === 17 ? palette.vermilion : palette.ink,
      i === 17 ? '' : 'opacity=".75"',
    )
  return {
    ...stand(
      360,
      520,
      stroke('M-60 -246L0 -290L60 -246', palette.oak, 4),
      oval(0, -290, 8, 8, metal(pen, palette.straw)),
      rect(-180, -248, 360, 508, plane(pen, palette.paper, 0.7), 'rx="2"'),
      rect(-180, -248, 360, 268, plane(pen, look.colour, 1.2)),
      oval(74, -160, 40, 40, light(look.colour, 0.6)),
      path('M-180 20V-60Q-90 -130 0 -70T180 -90V20Z', dark(look.colour, 0.3)),
      path('M-180 20V-14Q-60 -70 60 -26T180 -30V20Z', dark(look.colour, 0.5)),
      put(-64, -98, motif(look.sign, palette.cream, light(look.colour, 0.7)), 1.3),
      times(17, (i) => oval(-160 + i * 20, -246, 4, 7, dark(palette.linen, 0.4))),
      letters(look.month, 0, 64, 24, palette.ink, 0.15),
      times(30, day),
    ),
    rests: 'hang',
  }
}
