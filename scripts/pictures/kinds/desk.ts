import { dark, light, palette } from '../colour.ts'
import { letters } from '../letters.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, down, linear, metal, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { lie, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const brass = '#d0a24c'

/** A fountain pen lying open, its cap beside it. Drawn upright; the scene turns it. */
export function fountainPen(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const barrel =
    path('M-27 -20Q-30 120 -20 262Q-14 280 0 280Q14 280 20 262Q30 120 27 -20Z', round(pen, c, 1.4)) +
    rect(-28, -30, 56, 15, metal(pen, brass), 'rx="3"') +
    path('M-25 -30L-17 -120H17L25 -30Z', round(pen, dark(c, 0.25), 1.3)) +
    rect(-18, -128, 36, 9, metal(pen, brass), 'rx="2"') +
    path('M-16 -128Q-24 -180 -5 -240L0 -262L5 -240Q24 -180 16 -128Z', metal(pen, palette.straw)) +
    stroke('M0 -258V-184', dark(brass, 0.6), 2.5) +
    oval(0, -180, 4.5, 5.5, dark(brass, 0.6)) +
    stroke('M-15 20Q-17 120 -11 240', '#fffdf6', 5, 'opacity=".5" stroke-linecap="round"')
  const cap =
    path('M-32 -100V130H32V-100Q26 -128 0 -130Q-26 -128 -32 -100Z', round(pen, c, 1.4)) +
    rect(-34, 96, 68, 26, metal(pen, brass), 'rx="3"') +
    path('M5 -124Q24 -126 24 -100V60Q14 72 8 60V-100Z', metal(pen, brass)) +
    stroke('M-19 -92V86', '#fffdf6', 5, 'opacity=".5" stroke-linecap="round"')
  return lie(200, 550, put(-48, 0, barrel), put(62, 110, cap))
}

/** Pencils side by side in an open card tray, points up. */
export function pencils(pen: Pen, look: { colours: string[]; box: string; word: string }): Thing {
  const pencil = (i: number) => {
    const c = look.colours[i] ?? palette.vermilion
    const wood = '#e5c08c'
    return put(
      -150 + i * 60,
      0,
      path('M-26 -300L-4 -384H4L26 -300Z', round(pen, wood, 0.8)) +
        path('M-9 -366L-2 -392Q0 -396 2 -392L9 -366Z', c === palette.straw ? palette.ink : dark(c, 0.2)) +
        path(
          'M-26 -302q6.500 -14 13 0q6.500 12 13 0q6.500 -14 13 0q6.500 12 13 0V0H-26Z',
          linear(
            pen,
            [0, 0, 1, 0],
            [
              [0, light(c, 0.1)],
              [0.3, light(c, 0.3)],
              [0.31, c],
              [0.68, c],
              [0.69, dark(c, 0.25)],
              [1, dark(c, 0.34)],
            ],
          ),
        ),
    )
  }
  return stand(
    380,
    400,
    rect(-190, -236, 380, 236, dark(look.box, 0.35), 'rx="4"'),
    times(6, pencil),
    path('M-196 -176H196V-10Q196 0 184 0H-184Q-196 0 -196 -10Z', plane(pen, look.box, 1.2)),
    path('M-196 -176Q0 -120 196 -176V-164Q0 -108 -196 -164Z', light(look.box, 0.3)),
    letters(look.word, 0, -62, 30, palette.cream, 0.15, 250),
    stroke('M-120 -40H120', palette.cream, 2.5),
  )
}

/** Dressmaker's scissors, black bows, points down. */
export function scissors(pen: Pen): Thing {
  const blade = (turn: number, tone: string) =>
    put(
      0,
      0,
      path('M-20 -20L-13 250Q2 268 10 250L24 -10Z', metal(pen, tone)) +
        path('M-4 0L-2 240L8 244L12 0Z', '#fffdf6', 'opacity=".35"') +
        path(
          'M-22 -14L-26 -70Q-100 -110 -98 -190Q-90 -270 -30 -262Q34 -250 28 -160Q24 -100 22 -14ZM-42 -118Q-8 -104 -6 -160Q-2 -226 -36 -232Q-70 -232 -74 -186Q-74 -140 -42 -118Z',
          round(pen, palette.ink, 1.3),
          'fill-rule="evenodd"',
        ) +
        stroke('M-86 -190Q-80 -246 -42 -250', '#fffdf6', 5, 'opacity=".4" stroke-linecap="round"'),
      1,
      turn,
    )
  return lie(
    320,
    560,
    put(0, 0, `<g transform="scale(-1 1)">${blade(-15, '#a5a39b')}</g>`),
    blade(-15, '#c9c7be'),
    oval(0, -2, 15, 15, ball(pen, brass)),
    stroke('M-8 -6L8 3', dark(brass, 0.5), 3),
  )
}

/** A ball of string on its wooden reel. */
export function twine(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const body = 'M-120 -252Q-150 -160 -120 -62H120Q150 -160 120 -252Z'
  return stand(
    300,
    320,
    path(
      'M-150 -62Q-150 -78 -130 -80H130Q150 -78 150 -62V-14Q150 0 130 0H-130Q-150 0 -150 -14Z',
      round(pen, palette.oak),
    ),
    path(
      'M-150 -300Q-150 -314 -130 -314H130Q150 -314 150 -300V-256Q150 -240 130 -240H-130Q-150 -240 -150 -256Z',
      round(pen, palette.oak),
    ),
    rect(-150, -296, 300, 5, '#fffaf0', 'opacity=".3"'),
    path(body, round(pen, c, 1.1)),
    `<g ${clipTo(pen, path(body, '#fff'))}>${times(13, (i) => stroke(`M-150 ${-250 + i * 15}Q0 ${-236 + i * 15} 150 ${-256 + i * 15}`, i % 2 ? light(c, 0.45) : dark(c, 0.3), 4, 'opacity=".75"'))}${rect(-150, -244, 300, 18, '#3d2414', 'opacity=".3"')}</g>`,
    stroke('M120 -96Q168 -70 172 -30Q176 4 214 -2Q250 -8 244 -26', c, 8, 'stroke-linecap="round"'),
  )
}

/** A brass pencil sharpener with a pencil in it and its shavings. */
export function sharpener(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const shaving = (x: number, y: number, s: number, turn: number) =>
    put(
      x,
      y,
      path('M-50 0Q-40 -46 6 -44Q52 -38 50 4Q30 -18 2 -16Q-28 -16 -50 0Z', plane(pen, '#e5c08c')) +
        stroke('M-50 0Q-40 -46 6 -44Q52 -38 50 4', c, 6),
      s,
      turn,
    )
  return stand(
    430,
    330,
    put(
      -72,
      -110,
      rect(
        -224,
        -32,
        214,
        64,
        linear(
          pen,
          [0, 0, 0, 1],
          [
            [0, light(c, 0.2)],
            [0.3, light(c, 0.34)],
            [0.32, c],
            [0.68, c],
            [0.7, dark(c, 0.26)],
            [1, dark(c, 0.34)],
          ],
        ),
      ) + rect(-252, -32, 44, 64, metal(pen, brass)),
      1,
      24,
    ),
    path(
      'M-96 -184L150 -176Q166 -90 150 0H-96Q-82 -92 -96 -184Z',
      linear(
        pen,
        [0, 0, 1, 0.4],
        [
          [0, light(brass, 0.45)],
          [0.3, brass],
          [0.5, light(brass, 0.5)],
          [0.75, brass],
          [1, dark(brass, 0.35)],
        ],
      ),
    ),
    path('M-96 -184L150 -176Q152 -168 153 -160L-93 -166Z', light(brass, 0.6)),
    path('M-40 -150L128 -128L122 -40L-30 -66Z', metal(pen, '#a9a79f')),
    path('M-40 -150L128 -128L127 -118L-39 -138Z', '#fffdf6', 'opacity=".8"'),
    oval(46, -94, 19, 17, ball(pen, brass)),
    stroke('M34 -102L58 -86', dark(brass, 0.55), 4),
    shaving(200, -4, 0.9, 4),
    shaving(252, -6, 0.6, -30),
    shaving(-140, -2, 0.7, 12),
  )
}

/** A folded boxwood rule, its degrees engraved. */
export function ruler(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const branch = (length: number) =>
    rect(-34, -length, 68, length, plane(pen, c), 'rx="5"') +
    rect(-34, -length, 12, length, light(c, 0.4), 'opacity=".7"') +
    stroke(
      times(Math.floor(length / 16) - 1, (i) => `M34 ${-12 - i * 16}h${i % 5 === 0 ? -34 : -18}`),
      palette.ink,
      3,
    ) +
    rect(-34, -length, 68, 16, metal(pen, brass))
  const hinge = (y: number) =>
    oval(0, y, 44, 40, metal(pen, brass)) +
    oval(0, y, 12, 12, dark(brass, 0.4)) +
    oval(-2, y - 2, 8, 8, light(brass, 0.4))
  return lie(
    420,
    520,
    put(-130, 220, branch(400), 1, -4),
    put(-130, 220, put(0, 0, branch(380), 1, 52)),
    put(168, -14, branch(330), 1, 176),
    put(-130, 220, hinge(0)),
    put(168, -14, hinge(0)),
  )
}

/** A rubber date stamp with a turned handle, and the mark it made. */
export function stamp(pen: Pen, look: { colour: string }): Thing {
  return stand(
    300,
    420,
    path(
      'M-60 -410Q-64 -440 0 -442Q64 -440 60 -410Q64 -360 36 -330Q26 -270 40 -190H-40Q-26 -270 -36 -330Q-64 -360 -60 -410Z',
      round(pen, look.colour, 1.2),
    ),
    stroke('M-38 -400Q-36 -352 -20 -336Q-14 -280 -20 -220', '#fffdf6', 7, 'opacity=".45" stroke-linecap="round"'),
    rect(-62, -198, 124, 30, metal(pen, brass), 'rx="5"'),
    path('M-140 -170H140Q150 -170 150 -158V-56H-150V-158Q-150 -170 -140 -170Z', plane(pen, palette.walnut, 1.1)),
    rect(-96, -146, 192, 62, palette.cream, 'rx="2"'),
    letters('9 NOV', 0, -100, 30, palette.vermilion, 0.17),
    rect(-144, -58, 288, 22, palette.linen),
    rect(-138, -38, 276, 38, down(pen, palette.brick, dark(palette.brick, 0.4))),
    stroke(
      'M-120 -4v-16M-90 -4v-22M-60 -4v-14M-30 -4v-22M0 -4v-16M30 -4v-22M60 -4v-16M90 -4v-22M120 -4v-14',
      dark(palette.brick, 0.5),
      5,
    ),
  )
}
