import { dark, light, palette } from '../colour.ts'
import { label } from '../label.ts'
import type { Label } from '../label.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, down, linear, metal, plane, radial, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { hang, lie, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const gleam = '#fffdf6'

/** A candle burning in a glass. */
export function candle(pen: Pen, look: { wax: string; label: Label; lit: boolean }): Thing {
  const halo = radial(
    pen,
    [0.5, 0.5, 0.5],
    [
      [0, '#ffe7a3', 0.85],
      [0.4, '#ffd27a', 0.3],
      [1, '#ffd27a', 0],
    ],
  )
  return stand(
    260,
    340,
    look.lit ? oval(0, -330, 190, 190, halo) : '',
    path('M-130 -280L-124 -24Q-122 0 -98 0H98Q122 0 124 -24L130 -280Z', light(look.wax, 0.6), 'opacity=".8"'),
    path('M-120 -232L-114 -30Q-112 -14 -94 -14H94Q112 -14 114 -30L120 -232Z', round(pen, look.wax, 0.9)),
    oval(0, -232, 120, 17, light(look.wax, 0.55)),
    stroke('M0 -232Q4 -254 -1 -272', palette.ink, 5, 'stroke-linecap="round"'),
    look.lit
      ? path('M0 -348Q34 -296 20 -272Q0 -250 -20 -272Q-32 -300 0 -348Z', down(pen, '#fff1b8', palette.honey)) +
          path('M1 -310Q13 -286 7 -274Q0 -264 -7 -274Q-10 -288 1 -310Z', '#fffdf0')
      : '',
    oval(0, -280, 130, 17, 'none', 'stroke="#fffdf6" stroke-width="4" opacity=".85"'),
    path('M-110 -262L-104 -50Q-102 -30 -84 -28L-88 -258Z', gleam, 'opacity=".5"'),
    stroke('M114 -260L109 -40', gleam, 4, 'opacity=".45" stroke-linecap="round"'),
    label(pen, look.label, 4, -112, 150, 148, 4),
  )
}

/** A table lamp: pleated shade, turned foot. */
export function lamp(pen: Pen, look: { shade: string; foot: string; lit: boolean }): Thing {
  const shade = 'M-96 -470H96L184 -262Q0 -240 -184 -262Z'
  const pleats = times(13, (i) =>
    stroke(`M${-90 + i * 15} -470L${-174 + i * 29} -256`, dark(look.shade, 0.24), 3, 'opacity=".4"'),
  )
  return stand(
    220,
    480,
    look.lit
      ? path(
          'M-176 -262L-250 0H250L176 -262Z',
          linear(
            pen,
            [0, 0, 0, 1],
            [
              [0, '#ffe7a3', 0.6],
              [1, '#ffe7a3', 0],
            ],
          ),
        )
      : '',
    rect(-9, -268, 18, 60, metal(pen, palette.straw)),
    path(
      'M-20 -216H20Q30 -196 18 -180Q100 -150 96 -96Q92 -50 34 -34H-34Q-92 -50 -96 -96Q-100 -150 -18 -180Q-30 -196 -20 -216Z',
      round(pen, look.foot, 1.25),
    ),
    path('M-70 -36H70Q110 -30 110 -8V0H-110V-8Q-110 -30 -70 -36Z', round(pen, dark(look.foot, 0.12), 1.2)),
    path('M-66 -120Q-60 -146 -26 -160Q-44 -130 -40 -84Q-64 -90 -66 -120Z', gleam, 'opacity=".5"'),
    path(
      shade,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(look.shade, 0.1)],
          [0.3, light(look.shade, 0.55)],
          [0.6, look.shade],
          [1, dark(look.shade, 0.28)],
        ],
      ),
    ),
    `<g ${clipTo(pen, path(shade, '#fff'))}>${pleats}${look.lit ? oval(0, -300, 120, 110, '#fff3c4', 'opacity=".4"') : ''}</g>`,
    stroke('M-97 -468H97M-182 -264Q0 -242 182 -264', dark(look.shade, 0.36), 7),
  )
}

/** A wicker basket with a hoop. */
export function basket(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const body = 'M-220 -220L-176 -14Q-172 0 -150 0H150Q172 0 176 -14L220 -220Z'
  const rows = times(7, (r) =>
    stroke(
      `M-226 ${-204 + r * 30}${times(15, (i) => (i % 2 === r % 2 ? 'q15 -17 30 0' : 'q15 17 30 0'))}`,
      r % 2 ? light(c, 0.34) : dark(c, 0.28),
      9,
      'opacity=".8"',
    ),
  )
  return stand(
    400,
    430,
    stroke('M-176 -214Q-180 -430 0 -432Q180 -430 176 -214', dark(c, 0.4), 26),
    stroke('M-178 -218Q-182 -434 -2 -436Q176 -432 174 -218', light(c, 0.12), 17),
    stroke('M-170 -260Q-164 -400 -40 -424', light(c, 0.6), 4, 'opacity=".7" stroke-linecap="round"'),
    oval(0, -220, 214, 26, dark(c, 0.6)),
    path(body, round(pen, c, 1.1)),
    `<g ${clipTo(pen, path(body, '#fff'))}>${times(14, (i) => stroke(`M${-210 + i * 32} -220L${-162 + i * 25} 0`, dark(c, 0.4), 5, 'opacity=".45"'))}${rows}</g>`,
    stroke('M-222 -218Q0 -184 222 -218', dark(c, 0.2), 23, 'stroke-linecap="round"'),
    stroke('M-222 -221Q0 -188 222 -221', light(c, 0.3), 12, 'stroke-linecap="round" stroke-dasharray="20 6"'),
  )
}

/** A chopping board leaning up, hole and cord in its handle. */
export function board(pen: Pen, look: { colour: string; width?: number; height?: number }): Thing {
  const w = (look.width ?? 280) / 2
  const h = look.height ?? 380
  const c = look.colour
  const outline = `M${-w} -24Q${-w} 0 ${-w + 26} 0H${w - 26}Q${w} 0 ${w} -24V${-h + 40}Q${w} ${-h} ${w - 50} ${-h}Q44 ${-h - 4} 40 ${-h - 44}V${-h - 86}Q38 ${-h - 118} 0 ${-h - 118}Q-38 ${-h - 118} -40 ${-h - 86}V${-h - 44}Q-44 ${-h - 4} ${-w + 50} ${-h}Q${-w} ${-h} ${-w} ${-h + 40}Z`
  const veins = times(9, (i) =>
    stroke(
      `M${-w + 12 + i * w * 0.24} 4q${8 + pen.chance() * 16} ${-h / 2} ${pen.chance() * 14 - 7} ${-h - 130}`,
      dark(c, 0.3),
      2 + (i % 3),
      'opacity=".4"',
    ),
  )
  return stand(
    w * 2,
    h + 118,
    path(outline, dark(c, 0.45), 'transform="translate(11 0)"'),
    path(outline, plane(pen, c, 1.4)),
    `<g ${clipTo(pen, path(outline, '#fff'))}>${veins}${rect(-w, -h, w * 0.66, h, light(c, 0.3), 'opacity=".25"')}${rect(w * 0.32, -h, w * 0.4, h, dark(c, 0.25), 'opacity=".3"')}</g>`,
    oval(0, -h - 78, 17, 17, dark(c, 0.6)),
    stroke(`M-4 ${-h - 84}Q-60 ${-h - 150} -20 ${-h - 160}Q24 ${-h - 160} 5 ${-h - 84}`, palette.linen, 6),
    stroke(`M${-w + 3} -30V${-h + 44}Q${-w + 6} ${-h + 5} ${-w + 52} ${-h + 4}`, light(c, 0.6), 4, 'opacity=".7"'),
  )
}

/** A paring knife: riveted handle, bright blade. Drawn upright, point up. */
export function knife(pen: Pen, look: { handle: string }): Thing {
  return lie(
    120,
    560,
    path(
      'M-32 20L-32 -190Q-30 -250 26 -282Q40 -160 34 20Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#8f8f88'],
          [0.28, '#f5f4ee'],
          [0.4, '#c9c8c0'],
          [0.72, '#e9e7df'],
          [1, '#8b8a83'],
        ],
      ),
    ),
    path('M-32 20L-32 -190Q-30 -250 26 -282Q-8 -230 -12 20Z', gleam, 'opacity=".5"'),
    rect(-38, 14, 76, 30, metal(pen, palette.straw), 'rx="4"'),
    path(
      'M-36 44H36Q46 110 34 170Q28 220 42 256Q44 280 10 280Q-34 280 -38 240Q-44 130 -36 44Z',
      round(pen, look.handle, 1.2),
    ),
    times(3, (i) => oval(-1, 84 + i * 70, 9, 9, metal(pen, palette.straw))),
    stroke('M-24 60Q-30 150 -22 236', gleam, 5, 'opacity=".35" stroke-linecap="round"'),
  )
}

/** Split sticks standing in a bundle, tied twice with string. */
export function kindling(pen: Pen): Thing {
  const tones = ['#c79b66', '#a97a48', '#dcbd90', '#8d6037']
  const stick = (i: number, row: number) => {
    const x = (i - 4) * 40 + (row ? 20 : 0)
    const tall = (row ? 350 : 400) - Math.abs(i - 4) * 8 + Math.round(pen.chance() * 40)
    const lean = (i - 4) * 1.6
    const tone = tones[(i + row * 2) % 4] ?? palette.linen
    const bark = i % 3 === 1 ? path(`M8 0V${-tall + 14}L20 ${-tall + 18}V0Z`, palette.walnut) : ''
    return put(
      x,
      -Math.round(pen.chance() * 8),
      path(
        `M-21 0V${-tall + 20}L-4 ${-tall}L20 ${-tall + 18}V0Z`,
        linear(
          pen,
          [0, 0, 1, 0],
          [
            [0, light(tone, 0.3)],
            [0.55, tone],
            [1, dark(tone, 0.32)],
          ],
        ),
      ) +
        path(`M-21 ${-tall + 20}L-4 ${-tall}L20 ${-tall + 18}L0 ${-tall + 32}Z`, light(tone, 0.5)) +
        bark +
        stroke(`M-8 -6L-10 ${-tall + 60}M4 -20L2 ${-tall + 90}`, dark(tone, 0.35), 2, 'opacity=".5"'),
      1,
      lean,
    )
  }
  const tie = (y: number) =>
    stroke(`M-196 ${y}Q0 ${y + 34} 196 ${y}`, '#3d2414', 16, 'opacity=".3" transform="translate(2 6)"') +
    stroke(`M-196 ${y}Q0 ${y + 34} 196 ${y}M-196 ${y + 12}Q0 ${y + 46} 196 ${y + 12}`, palette.vermilion, 8)
  return stand(
    390,
    430,
    times(8, (i) => stick(i, 1)),
    times(9, (i) => stick(i, 0)),
    tie(-266),
    tie(-116),
    stroke(
      'M20 -248q-50 -50 -66 -8q8 32 66 8q52 -54 72 -12q-12 36 -72 12l-34 60m34 -60l44 54',
      palette.vermilion,
      7,
      'stroke-linecap="round"',
    ),
  )
}

/** A hand brush and its pan, hung together. */
export function dustpan(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  return hang(
    380,
    540,
    path(
      'M-30 -250Q-30 -276 -6 -276Q18 -276 18 -250L14 -60H150Q164 -60 168 -44L190 210Q40 250 -202 210L-180 -44Q-176 -60 -162 -60H-26Z',
      plane(pen, c, 1.3),
    ),
    path(
      'M-150 -34H138L160 190Q20 220 -172 190Z',
      linear(
        pen,
        [0, 0, 0, 1],
        [
          [0, dark(c, 0.4)],
          [0.3, c],
          [1, light(c, 0.3)],
        ],
      ),
    ),
    oval(-6, -246, 8, 11, dark(c, 0.6)),
    path(
      'M-34 -210Q-34 -232 -10 -232Q14 -232 14 -210L20 -40L96 -28Q112 -24 112 0V30H-132V0Q-132 -24 -116 -28L-40 -40Z',
      plane(pen, palette.oak, 1.4),
      'transform="translate(6 6)"',
    ),
    path(
      'M-124 36H116L130 170Q100 158 84 172Q60 158 40 172Q16 158 -4 172Q-28 158 -50 172Q-76 158 -94 172Q-116 158 -136 170Z',
      linear(
        pen,
        [0, 0, 0, 1],
        [
          [0, dark(palette.ink, 0.2)],
          [1, palette.walnut],
        ],
      ),
    ),
    times(15, (i) =>
      stroke(`M${-112 + i * 16} 40L${-122 + i * 17.5} 164`, light(palette.walnut, 0.4), 2.5, 'opacity=".55"'),
    ),
    stroke('M-22 -206L-24 -60', gleam, 6, 'opacity=".4" stroke-linecap="round"'),
    oval(-4, -206, 7, 8, dark(palette.oak, 0.6)),
  )
}

/** A piece of fruit for the table: lemon, apricot, apple, by its colour. */
export function fruit(pen: Pen, look: { colour: string; long?: boolean }): Thing {
  return look.long
    ? stand(
        120,
        90,
        path(
          'M-66 -44Q-56 -52 -46 -66Q0 -104 46 -66Q60 -52 66 -44Q58 -34 46 -22Q0 14 -46 -22Q-58 -36 -66 -44Z',
          ball(pen, look.colour),
        ),
      )
    : stand(
        90,
        90,
        oval(0, -44, 46, 44, ball(pen, look.colour)),
        stroke('M2 -84Q4 -100 12 -106', palette.walnut, 5),
        path('M6 -92Q30 -112 48 -96Q30 -82 6 -92Z', palette.moss),
      )
}

/** A few stems in a stoneware bottle, company for a bare table. */
export function stems(pen: Pen, look: { vase: string; leaf: string; bloom?: string }): Thing {
  const stem = (turn: number, length: number) =>
    put(
      0,
      -170,
      stroke(`M0 0Q10 ${-length / 2} 0 ${-length}`, dark(look.leaf, 0.3), 5) +
        times(5, (i) =>
          put(
            4,
            -30 - (i * length) / 6,
            path('M0 0Q30 -14 44 -44Q4 -44 0 0Z', i % 2 ? look.leaf : light(look.leaf, 0.2)),
            1,
            i % 2 ? 0 : -96,
          ),
        ) +
        (look.bloom ? oval(0, -length, 20, 20, ball(pen, look.bloom)) : ''),
      1,
      turn,
    )
  return stand(
    120,
    420,
    stem(-22, 190),
    stem(20, 210),
    stem(0, 250),
    path(
      'M-18 -190H18Q16 -150 30 -136Q66 -110 62 -56L54 -10Q52 0 40 0H-40Q-52 0 -54 -10L-62 -56Q-66 -110 -30 -136Q-16 -150 -18 -190Z',
      round(pen, look.vase, 1.1),
    ),
  )
}
