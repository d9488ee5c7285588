import { dark, light, palette } from '../colour.ts'
import { letters } from '../letters.ts'
import { motif } from '../motif.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, linear, metal, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { hang, lie, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const gleam = '#fffdf6'

/** A bib apron by its neck strap, a wide pocket, ties falling. */
export function apron(pen: Pen, look: { colour: string; strap: string }): Thing {
  const c = look.colour
  const cloth = 'M-90 -190H90Q96 -80 190 -40L200 240Q0 262 -200 240L-190 -40Q-96 -80 -90 -190Z'
  return hang(
    420,
    560,
    stroke('M-78 -184Q-60 -290 0 -294Q60 -290 78 -184', look.strap, 13),
    stroke(
      'M-188 -34Q-250 20 -226 120Q-214 170 -236 214M188 -34Q250 30 224 130Q216 170 238 204',
      look.strap,
      11,
      'stroke-linecap="round"',
    ),
    path(cloth, plane(pen, c, 1.3)),
    `<g ${clipTo(pen, path(cloth, '#fff'))}>${path('M-50 -190Q-90 0 -120 250H-90Q-50 20 -24 -190ZM70 -60Q90 100 100 254H128Q120 90 96 -50Z', '#26140e', 'opacity=".13"')}${path('M-150 -60Q-170 100 -172 246H-150Q-140 90 -124 -74ZM14 -190Q0 20 6 254H34Q26 30 38 -190Z', gleam, 'opacity=".22"')}</g>`,
    path('M-112 40H112V150Q112 170 92 170H-92Q-112 170 -112 150Z', light(c, 0.12)),
    stroke(
      'M-104 52H104M-104 46V148Q-104 162 -90 162H90Q104 162 104 148V46M0 44V168',
      light(c, 0.55),
      2.5,
      'stroke-dasharray="7 4"',
    ),
    stroke('M112 44V150Q112 170 92 170', dark(c, 0.45), 4, 'opacity=".45"'),
    stroke('M-84 -176H84', light(c, 0.5), 2.5, 'stroke-dasharray="7 4"'),
    oval(-76, -176, 9, 9, metal(pen, palette.straw)),
    oval(76, -176, 9, 9, metal(pen, palette.straw)),
  )
}

/** A canvas shopping bag, printed. */
export function tote(pen: Pen, look: { colour: string; ink: string; sign: Motif; word: string }): Thing {
  const c = look.colour
  return hang(
    380,
    560,
    stroke('M-86 -110Q-80 -282 0 -284Q80 -282 86 -110', dark(c, 0.34), 22),
    path('M-176 -120H176L196 256Q0 270 -196 256Z', plane(pen, c, 1.2)),
    path(
      'M-60 -120Q-90 60 -130 262H-104Q-60 80 -34 -120ZM110 -120Q130 80 150 260H170Q150 60 130 -120Z',
      '#26140e',
      'opacity=".1"',
    ),
    path('M-150 -110Q-164 60 -176 250H-156Q-140 60 -124 -112Z', gleam, 'opacity=".35"'),
    stroke('M-176 -100H176', dark(c, 0.3), 2.5, 'stroke-dasharray="7 4" opacity=".8"'),
    stroke(
      'M-96 -70V-124Q-84 -268 0 -272Q84 -268 96 -124V-70',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, light(c, 0.2)],
          [1, dark(c, 0.22)],
        ],
      ),
      21,
    ),
    stroke('M-103 -84h14m-14 -20h14M89 -84h14m-14 -20h14', look.ink, 2.5),
    put(0, 42, motif(look.sign, look.ink, look.ink), 1.35),
    letters(look.word, 0, 170, 30, look.ink, 0.15, 220),
  )
}

/** A printed square folded in a triangle and knotted. */
export function bandana(pen: Pen, look: { colour: string; print: string }): Thing {
  const c = look.colour
  const cloth = 'M-250 -120Q0 -176 250 -120Q150 60 16 230Q0 244 -16 230Q-150 60 -250 -120Z'
  const dots = times(38, (i) => {
    const row = Math.floor(i / 8)
    return put(
      -196 + (i % 8) * 56 + (row % 2) * 28,
      -90 + row * 52,
      path('M0 -13Q12 0 0 13Q-12 0 0 -13Z', look.print) + oval(0, 0, 3, 3, c),
    )
  })
  return lie(
    500,
    420,
    path(
      'M-250 -120Q-300 -190 -320 -130Q-310 -90 -248 -104ZM250 -120Q300 -190 320 -130Q310 -90 248 -104Z',
      plane(pen, dark(c, 0.15)),
    ),
    path(cloth, plane(pen, c, 1.4)),
    `<g ${clipTo(pen, path(cloth, '#fff'))}>${dots}${path('M-60 -170Q-30 20 0 240H30Q10 20 10 -170ZM120 -160Q90 0 40 200L66 170Q120 20 160 -160Z', '#26140e', 'opacity=".15"')}${path('M-160 -160Q-110 0 -50 190L-30 220Q-70 20 -110 -160Z', gleam, 'opacity=".14"')}</g>`,
    stroke('M-222 -104Q-130 50 0 212Q130 50 222 -104', look.print, 5),
    path(
      'M-250 -122Q0 -180 250 -122Q240 -96 226 -92Q0 -140 -226 -92Q-240 -98 -250 -122Z',
      linear(
        pen,
        [0, 0, 0, 1],
        [
          [0, light(c, 0.25)],
          [1, dark(c, 0.25)],
        ],
      ),
    ),
  )
}

/** A belt rolled up, buckle to us. */
export function belt(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const brass = palette.straw
  return stand(
    360,
    260,
    path('M-180 -130Q-180 -250 0 -250Q180 -250 180 -130V-90Q180 0 0 0Q-180 0 -180 -90Z', round(pen, dark(c, 0.3), 1.2)),
    oval(0, -166, 178, 82, light(c, 0.08)),
    times(4, (i) => oval(0, -166 + i * 1.5, 158 - i * 38, 70 - i * 17, i % 2 ? light(c, 0.14) : dark(c, 0.5))),
    path(
      'M-182 -150Q-180 -66 0 -64Q180 -66 182 -150V-62Q180 24 0 26Q-180 24 -182 -62Z',
      round(pen, c, 1.3),
      'transform="translate(0 -22)"',
    ),
    stroke(
      'M-178 -158Q-170 -80 0 -76Q170 -80 178 -158M-178 -84Q-170 -8 0 -6Q170 -8 178 -84',
      light(c, 0.5),
      2.5,
      'stroke-dasharray="9 5" opacity=".8"',
    ),
    rect(-72, -116, 124, 136, 'none', `rx="16" stroke="${dark(brass, 0.5)}" stroke-width="19"`),
    rect(-74, -119, 124, 136, 'none', `rx="16" stroke="${brass}" stroke-width="14"`),
    stroke('M-74 -52H46', light(brass, 0.3), 11, 'stroke-linecap="round"'),
    stroke('M-66 -119H40', light(brass, 0.7), 4),
    times(3, (i) => oval(84 + i * 30, -52 - i * 7, 6, 7, dark(c, 0.6))),
  )
}

/** A pair of mittens on their cord. */
export function mittens(pen: Pen, look: { colour: string; pattern: string }): Thing {
  const c = look.colour
  const shape =
    'M-66 190V60Q-86 -60 -70 -130Q-50 -200 6 -200Q64 -196 70 -120Q74 -70 70 -30Q96 -70 122 -64Q152 -50 132 -6Q112 50 66 80V190Z'
  const mitten = (flip: number) =>
    `<g transform="translate(${flip * -146} 20) rotate(${flip * 7}) scale(${flip} 1)">${
      path(
        shape,
        linear(
          pen,
          [0, 0, 1, 1],
          [
            [0, light(c, 0.22)],
            [0.5, c],
            [1, dark(c, 0.3)],
          ],
        ),
      ) +
      `<g ${clipTo(pen, path(shape, '#fff'))}>${times(3, (r) => times(6, (i) => path(`M${-84 + i * 32} ${-90 + r * 50}l16 -20l16 20l-16 20z`, r === 1 ? look.pattern : light(c, 0.5))))}${rect(-90, 84, 200, 9, look.pattern)}${rect(-90, 104, 240, 100, dark(c, 0.2))}${times(12, (i) => stroke(`M${-62 + i * 12} 108V192`, light(c, 0.3), 4, 'opacity=".4"'))}</g>`
    }</g>`
  return lie(
    560,
    440,
    stroke('M-150 196Q-250 240 -210 150Q-170 -250 0 -236Q170 -250 210 150Q250 240 150 196', look.pattern, 7),
    mitten(1),
    mitten(-1),
  )
}

/** A knitted cap with a turn-up and a bobble. */
export function cap(pen: Pen, look: { colour: string; bobble: string }): Thing {
  const c = look.colour
  const dome = 'M-190 -90Q-190 -330 0 -334Q190 -330 190 -90Z'
  return stand(
    330,
    440,
    oval(0, -378, 62, 58, ball(pen, look.bobble)),
    times(30, (i) =>
      put(
        0,
        -378,
        stroke(
          `M0 ${-36 - (i % 3) * 8}Q${i % 2 ? 6 : -6} -58 0 -70`,
          i % 3 ? dark(look.bobble, 0.08) : light(look.bobble, 0.5),
          6,
          'stroke-linecap="round"',
        ),
        1,
        i * 12,
      ),
    ),
    times(14, (i) =>
      put(
        0,
        -378,
        stroke('M0 -12Q6 -24 0 -34', dark(look.bobble, 0.25), 4, 'stroke-linecap="round" opacity=".6"'),
        1,
        i * 27,
      ),
    ),
    path(dome, round(pen, c, 1.2)),
    `<g ${clipTo(pen, path(dome, '#fff'))}>${times(13, (i) => stroke(`M${-182 + i * 30} -80Q${-150 + i * 25} -280 0 -344`, dark(c, 0.35), 4, 'opacity=".4"'))}</g>`,
    path('M-206 -118Q0 -86 206 -118Q222 -60 204 -6Q0 22 -204 -6Q-222 -60 -206 -118Z', round(pen, light(c, 0.08), 1.2)),
    times(19, (i) =>
      stroke(
        `M${-190 + i * 21} ${-106 + 12 * (1 - ((i - 9) / 9) ** 2)}V${2 + 9 * (1 - ((i - 9) / 9) ** 2)}`,
        dark(c, 0.35),
        5,
        'opacity=".5"',
      ),
    ),
    path('M-206 -118Q0 -86 206 -118L206 -132Q0 -104 -206 -132Z', '#26140e', 'opacity=".18"'),
  )
}
