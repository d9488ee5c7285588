import { dark, light, palette } from '../colour.ts'
import { letters } from '../letters.ts'
import { motif } from '../motif.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, down, linear, metal, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { hang, lie, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const gleam = '#fffdf6'

/** A stamped cube of household soap, top and side showing. */
export function soapCube(pen: Pen, look: { colour: string; lines: string[] }): Thing {
  const c = look.colour
  return stand(
    380,
    350,
    path(
      'M130 -268L206 -312V-46L130 0Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(c, 0.26)],
          [1, dark(c, 0.42)],
        ],
      ),
    ),
    path(
      'M-176 -268L-96 -318Q-90 -322 -80 -322H192Q204 -322 206 -312L130 -266Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, light(c, 0.5)],
          [1, light(c, 0.22)],
        ],
      ),
    ),
    path(
      'M-178 -262Q-178 -272 -168 -272H122Q134 -272 134 -260V-12Q134 0 122 0H-166Q-178 0 -178 -12Z',
      plane(pen, c, 1.2),
    ),
    rect(-152, -246, 260, 220, 'none', `stroke="${dark(c, 0.4)}" stroke-width="4" rx="6" opacity=".6"`),
    rect(-150, -244, 260, 220, 'none', `stroke="${light(c, 0.5)}" stroke-width="2" rx="6" opacity=".8"`),
    look.lines
      .map(
        (word, i) =>
          letters(word, -22, -176 + i * 62, i === 1 ? 44 : 25, dark(c, 0.5), 0.16, 218) +
          letters(word, -20, -174 + i * 62, i === 1 ? 44 : 25, light(c, 0.55), 0.06, 218),
      )
      .join(''),
    stroke('M-172 -264H128', light(c, 0.7), 4, 'opacity=".8"'),
  )
}

/** An oval cake of scented soap lying on its open paper band. */
export function soapBar(pen: Pen, look: { colour: string; sign: Motif }): Thing {
  const c = look.colour
  return stand(
    420,
    280,
    path('M-214 -122V-74Q-200 4 0 6Q200 4 214 -74V-122Z', round(pen, dark(c, 0.1), 1.1)),
    oval(
      0,
      -138,
      214,
      120,
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, light(c, 0.5)],
          [0.5, light(c, 0.1)],
          [1, dark(c, 0.14)],
        ],
      ),
    ),
    oval(0, -140, 168, 88, 'none', `stroke="${dark(c, 0.3)}" stroke-width="4" opacity=".6"`),
    oval(2, -138, 168, 88, 'none', `stroke="${light(c, 0.7)}" stroke-width="2.500" opacity=".9"`),
    `<g transform="translate(0 -140) scale(1.300 .9)">${motif(look.sign, dark(c, 0.45), dark(c, 0.28))}</g>`,
    path('M-176 -176Q-130 -232 -30 -244Q-110 -214 -140 -160Q-172 -150 -176 -176Z', gleam, 'opacity=".6"'),
    oval(232, -16, 19, 17, '#fffdf6', 'opacity=".55"'),
    oval(262, -10, 11, 10, '#fffdf6', 'opacity=".55"'),
    oval(226, -22, 6, 5, '#fff'),
  )
}

/** A pear-wood hairbrush standing on its handle's end, bristles to us. */
export function hairbrush(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const pad = 'M0 -252Q92 -250 96 -130Q96 -10 0 -4Q-96 -10 -96 -130Q-92 -250 0 -252Z'
  return lie(
    260,
    560,
    path(
      'M0 -282Q124 -280 128 -130Q126 0 52 34Q30 50 30 110Q32 190 38 240Q36 276 0 278Q-36 276 -38 240Q-32 190 -30 110Q-30 50 -52 34Q-126 0 -128 -130Q-124 -280 0 -282Z',
      linear(
        pen,
        [0, 0, 1, 0.3],
        [
          [0, light(c, 0.3)],
          [0.4, c],
          [1, dark(c, 0.36)],
        ],
      ),
    ),
    stroke('M-116 -140Q-112 -262 -10 -270M-22 70Q-24 180 -26 236', gleam, 6, 'opacity=".45" stroke-linecap="round"'),
    path(pad, dark(palette.brick, 0.3)),
    path(pad, palette.brick, 'transform="translate(-3 -4)"'),
    times(49, (i) => {
      const [x, y] = [-72 + (i % 7) * 24, -226 + Math.floor(i / 7) * 33]
      return (x / 92) ** 2 + ((y + 128) / 122) ** 2 > 0.93
        ? ''
        : stroke(`M${x + 7} ${y + 10}L${x} ${y}`, '#3d2414', 7, 'opacity=".4" stroke-linecap="round"') +
            oval(x, y, 7, 7, ball(pen, palette.cream))
    }),
    oval(0, 248, 9, 9, dark(c, 0.6)),
  )
}

/** A shaving brush on its foot: soft hair, turned handle. */
export function shavingBrush(pen: Pen, look: { colour: string }): Thing {
  return stand(
    170,
    400,
    path(
      'M-64 -190Q-120 -290 -92 -360Q-70 -400 -40 -392Q-20 -412 0 -400Q24 -412 44 -392Q76 -400 94 -358Q120 -290 64 -190Z',
      linear(
        pen,
        [0, 0, 0, 1],
        [
          [0, '#f2e6cf'],
          [0.3, '#c7ac84'],
          [0.55, '#4a372a'],
          [1, '#8a6c4c'],
        ],
      ),
    ),
    times(15, (i) =>
      stroke(
        `M${-56 + i * 8} -192Q${-84 + i * 12} -300 ${-78 + i * 11.2} -380`,
        i % 2 ? '#fff6e2' : '#3a2a1f',
        2.5,
        'opacity=".4"',
      ),
    ),
    rect(-70, -206, 140, 22, metal(pen, palette.straw), 'rx="4"'),
    path(
      'M-66 -184H66Q80 -150 44 -120Q34 -96 60 -70Q92 -44 92 -12Q92 0 80 0H-80Q-92 0 -92 -12Q-92 -44 -60 -70Q-34 -96 -44 -120Q-80 -150 -66 -184Z',
      round(pen, look.colour, 1.3),
    ),
    stroke('M-48 -172Q-54 -148 -28 -124M-66 -46Q-76 -30 -76 -14', gleam, 8, 'opacity=".5" stroke-linecap="round"'),
  )
}

/** A comb of tortoise or horn acetate. */
export function comb(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const teeth = (from: number, count: number, step: number, w: number) =>
    times(count, (i) => `M${from + i * step} -20V150q${w / 2} 16 ${w} 0V-20Z`)
  const outline = `M-270 -20Q-276 -96 -200 -104H200Q276 -96 270 -20Z${teeth(-264, 12, 20, 12)}${teeth(-14, 20, 14, 8)}M-270 -20L-280 158q12 12 22 0L-246 -20ZM270 -20L280 158q-12 12 -22 0L246 -20Z`
  const spots = times(22, (i) =>
    oval(
      Math.round(-260 + pen.chance() * 520),
      Math.round(-90 + pen.chance() * 220),
      18 + (i % 4) * 8,
      12 + (i % 3) * 6,
      i % 3 ? dark(c, 0.55) : light(c, 0.45),
      'opacity=".6"',
    ),
  )
  return lie(
    560,
    270,
    path(outline, plane(pen, c, 1.4)),
    `<g ${clipTo(pen, path(outline, '#fff'))}>${spots}${rect(-280, -106, 560, 22, gleam, 'opacity=".35"')}</g>`,
    stroke('M-240 -88H236', gleam, 6, 'opacity=".55" stroke-linecap="round"'),
  )
}

/** Wooden toothbrushes in a glass. */
export function toothbrushes(pen: Pen, look: { colours: string[] }): Thing {
  const brush = (i: number) =>
    put(
      -26 + i * 44,
      -30,
      rect(-11, -330, 22, 330, round(pen, palette.oak, 0.9), 'rx="10"') +
        rect(-10, -180, 20, 40, look.colours[i] ?? palette.vermilion) +
        rect(
          -34,
          -322,
          26,
          74,
          linear(
            pen,
            [0, 0, 1, 0],
            [
              [0, '#fffaf0'],
              [1, '#d9cbb2'],
            ],
          ),
        ) +
        stroke(
          'M-30 -310H-8M-30 -296H-8M-30 -282H-8M-30 -268H-8',
          look.colours[i] ?? palette.vermilion,
          3,
          'opacity=".8"',
        ),
      1,
      i === 0 ? -13 : i === 1 ? 10 : 24,
    )
  const glass = 'M-106 -240L-90 -20Q-88 0 -70 0H70Q88 0 90 -20L106 -240Z'
  return stand(
    220,
    400,
    times(look.colours.length, brush),
    path(
      glass,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#86a9a8', 0.75],
          [0.2, '#f6fcf8', 0.6],
          [0.6, '#cfe3df', 0.4],
          [1, '#6f9593', 0.75],
        ],
      ),
    ),
    path('M-92 -24Q0 -10 92 -24L90 -12Q88 0 70 0H-70Q-88 0 -90 -12Z', '#f3faf6', 'opacity=".8"'),
    times(7, (i) => stroke(`M${-78 + i * 26} -150L${-66 + i * 22} -24`, '#fffdf6', 4, 'opacity=".5"')),
    oval(0, -240, 106, 14, 'none', 'stroke="#f6fcf8" stroke-width="5"'),
    path('M-88 -220L-74 -40H-56L-66 -222Z', gleam, 'opacity=".7"'),
  )
}

/** A washing glove or flannel, hung by its loop. */
export function washGlove(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const cloth = 'M-140 -206Q0 -206 140 -206L152 190Q148 246 96 248Q0 256 -96 248Q-148 246 -152 190Z'
  const tufts = (count: number) =>
    Array.from(
      { length: count },
      () => `M${Math.round(-132 + pen.chance() * 264)} ${Math.round(-100 + pen.chance() * 326)}h5`,
    ).join('')
  const loops =
    stroke(tufts(46), light(c, 0.45), 6, 'stroke-linecap="round" opacity=".7"') +
    stroke(tufts(46), dark(c, 0.22), 5, 'stroke-linecap="round" opacity=".5"')
  return hang(
    310,
    510,
    stroke('M70 -214Q60 -280 90 -282Q118 -280 108 -212', palette.cream, 11),
    path(cloth, plane(pen, c, 1.2)),
    loops,
    path('M-142 -172Q0 -140 142 -172V-132Q0 -100 -145 -132Z', light(c, 0.5)),
    stroke('M-143 -150Q0 -118 143 -150', dark(c, 0.3), 3, 'stroke-dasharray="10 6"'),
    path(
      'M-60 -110Q-30 60 -60 246H-30Q0 60 -30 -112ZM80 -110Q100 60 90 244H112Q124 60 106 -108Z',
      '#26140e',
      'opacity=".1"',
    ),
    oval(0, -206, 140, 25, light(c, 0.3)),
    oval(0, -204, 130, 18, dark(c, 0.5)),
    path('M-130 -204A130 18 0 0 0 130 -204Q0 -176 -130 -204Z', dark(c, 0.25)),
  )
}

/** A sea sponge: a soft uneven heap, all holes, a little foam at its foot. */
export function sponge(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const body =
    'M-176 -40Q-216 -76 -196 -128Q-206 -186 -160 -206Q-150 -262 -96 -262Q-60 -312 -4 -292Q44 -330 92 -290Q150 -296 162 -236Q206 -204 186 -150Q212 -96 178 -52Q172 -8 120 -8Q20 6 -120 -8Q-168 -6 -176 -40Z'
  const dots = (count: number, turnBy: number) =>
    Array.from({ length: count }, (_, i) => {
      const turn = i * 2.4 + turnBy
      const far = Math.sqrt((i + 0.6) / count)
      const [x, y] = [Math.cos(turn) * far * 172 - 4, -148 + Math.sin(turn) * far * 132]
      return `M${Math.round(x + pen.chance() * 14)} ${Math.round(y + pen.chance() * 12)}h${Math.round(pen.chance() * 4)}`
    }).join('')
  const ring = (wide: number, count: number, turnBy: number) => {
    const d = dots(count, turnBy)
    return (
      stroke(d, light(c, 0.55), wide + 3, 'stroke-linecap="round" transform="translate(2 3)"') +
      stroke(d, dark(c, 0.42), wide, 'stroke-linecap="round"')
    )
  }
  const foam: [number, number, number][] = [
    [-196, -14, 20],
    [-164, -8, 15],
    [-222, -6, 11],
    [176, -12, 18],
    [206, -8, 13],
    [146, -6, 11],
  ]
  return stand(
    360,
    310,
    path(body, ball(pen, c, 1.1)),
    `<g ${clipTo(pen, path(body, '#fff'))}>${ring(7, 60, 1)}${ring(12, 22, 0.4)}${ring(20, 8, 2)}${path('M-200 -60Q0 -20 200 -90V0H-200Z', '#3d2414', 'opacity=".14"')}</g>`,
    foam
      .map(
        ([x, y, r]) =>
          oval(x, y, r, r, ball(pen, '#f3f7f2', 0.5)) + oval(x - r * 0.3, y - r * 0.35, r * 0.25, r * 0.2, '#fff'),
      )
      .join(''),
  )
}

/** A round solid shampoo on a ridged wooden dish. */
export function puck(pen: Pen, look: { colour: string; word: string }): Thing {
  const c = look.colour
  return stand(
    440,
    250,
    path('M-230 -52H230Q228 -8 180 0H-180Q-228 -8 -230 -52Z', down(pen, palette.oak, dark(palette.walnut, 0.1))),
    times(8, (i) => rect(-214 + i * 56, -66, 34, 18, light(palette.oak, 0.2), 'rx="6"')),
    path('M-150 -160V-92Q-144 -58 0 -56Q144 -58 150 -92V-160Z', round(pen, c, 1.1)),
    times(18, (i) => rect(-142 + i * 16.4, -146, 4, 74, dark(c, 0.35), 'rx="2" opacity=".25"')),
    oval(
      0,
      -164,
      150,
      58,
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, light(c, 0.55)],
          [0.5, light(c, 0.14)],
          [1, dark(c, 0.1)],
        ],
      ),
    ),
    oval(0, -164, 112, 40, 'none', `stroke="${dark(c, 0.35)}" stroke-width="3" opacity=".6"`),
    `<g transform="translate(0 -152) scale(1 .6)">${letters(look.word, 0, 0, 38, dark(c, 0.45), 0.16, 170)}</g>`,
  )
}
