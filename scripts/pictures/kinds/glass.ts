import { dark, light, palette } from '../colour.ts'
import type { Label } from '../label.ts'
import { label } from '../label.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, linear, metal, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { oval, path, rect, stand, stroke, times } from '../shape.ts'

const gleam = '#fffdf6'

/** A preserving jar: what is in it shows through; `top` is a screwed lid, a cloth cap or a cork. */
export function jar(
  pen: Pen,
  look: {
    content: string
    top: 'lid' | 'cloth' | 'cork'
    topColour: string
    label: Label
    width?: number
    height?: number
  },
): Thing {
  const w = look.width ?? 270
  const h = look.height ?? 320
  const half = w / 2
  const neck = half * 0.78
  const body = (i: number, sink = 0) =>
    `M${-half + i} ${-h + 66 + sink}Q${-half + i} ${-h + 24 + sink} ${-neck + i} ${-h + 16 + sink}H${neck - i}Q${half - i} ${-h + 24 + sink} ${half - i} ${-h + 66 + sink}V${-26}Q${half - i} ${-i} ${half - 28} ${-i}H${-half + 28}Q${-half + i} ${-i} ${-half + i} -26Z`
  const content = linear(
    pen,
    [0, 0, 1, 0],
    [
      [0, dark(look.content, 0.3)],
      [0.16, look.content],
      [0.34, light(look.content, 0.3)],
      [0.6, look.content],
      [1, dark(look.content, 0.34)],
    ],
  )
  const glass = path(body(0), light(look.content, 0.72), 'opacity=".85"') + path(body(9, 22), content)
  const shine =
    path(`M${-half + 20} ${-h + 70}q4 -22 20 -26v${h - 70}q-18 -4 -20 -18z`, gleam, 'opacity=".55"') +
    stroke(`M${half - 13} ${-h + 74}V-34`, gleam, 4, 'opacity=".45" stroke-linecap="round"')
  return stand(
    w,
    h + 40,
    glass,
    label(pen, look.label, 0, -h * 0.42, w * 0.94, h * 0.5),
    shine,
    jarTop(pen, look, neck, h),
  )
}

function jarTop(pen: Pen, look: { top: string; topColour: string }, neck: number, h: number): string {
  const c = look.topColour
  if (look.top === 'cork') {
    return (
      path(
        `M${-neck + 10} ${-h + 22}L${-neck + 2} ${-h - 34}Q0 ${-h - 46} ${neck - 2} ${-h - 34}L${neck - 10} ${-h + 22}Z`,
        round(pen, palette.oak),
      ) +
      times(9, (i) =>
        oval(-neck * 0.8 + i * neck * 0.2, -h - 16 + ((i * 17) % 30), 3, 1.6, dark(palette.oak, 0.4), 'opacity=".6"'),
      )
    )
  }
  if (look.top === 'lid') {
    return (
      rect(-neck - 8, -h - 26, neck * 2 + 16, 46, metal(pen, c), 'rx="6"') +
      stroke(
        `M${-neck - 6} ${-h + 8}H${neck + 6}M${-neck - 6} ${-h - 14}H${neck + 6}`,
        dark(c, 0.4),
        1.6,
        'opacity=".6"',
      )
    )
  }
  const cap = `M${-neck - 4} ${-h - 20}Q${-neck} ${-h - 42} ${-neck * 0.5} ${-h - 40}Q0 ${-h - 50} ${neck * 0.5} ${-h - 40}Q${neck} ${-h - 42} ${neck + 4} ${-h - 20}L${neck + 2} ${-h + 8}L${neck + 34} ${-h + 58}q-14 12 -28 0t-28 0t-26 2t-26 2t-26 -2t-26 2t-26 -4t-24 -4L${-neck - 2} ${-h + 8}Z`
  return (
    path(cap, plane(pen, c)) +
    `<g ${clipTo(pen, path(cap, '#fff'))}>${times(11, (i) => rect(-160 + i * 30, -h - 60, 14, 130, palette.paper, 'opacity=".5"'))}${times(4, (i) => rect(-170, -h - 48 + i * 30, 340, 13, palette.paper, 'opacity=".5"'))}${rect(20, -h - 60, 140, 140, '#3d2414', 'opacity=".16"')}</g>` +
    stroke(`M${-neck - 2} ${-h + 6}Q0 ${-h + 18} ${neck + 2} ${-h + 6}`, palette.oak, 7) +
    stroke(`M-6 ${-h + 13}q-26 -26 -34 0q10 16 34 0q26 -28 36 -2q-10 18 -36 2l-18 40m18 -40l20 36`, palette.oak, 4)
  )
}

type BottleShape = 'oil' | 'cider' | 'apothecary'

/** A bottle by its silhouette, corked, capped or wired. */
export function bottle(
  pen: Pen,
  look: { shape: BottleShape; colour: string; cap: string; label: Label; height?: number },
): Thing {
  const h = look.height ?? 480
  const half = { oil: 74, cider: 86, apothecary: 96 }[look.shape]
  const neck = { oil: 23, cider: 25, apothecary: 30 }[look.shape]
  const shoulder = { oil: 0.6, cider: 0.52, apothecary: 0.72 }[look.shape] * h
  const rise = look.shape === 'cider' ? h * 0.26 : 54
  const body = `M${-half} ${-shoulder}C${-half} ${-shoulder - rise * 0.7} ${-neck} ${-shoulder - rise * 0.6} ${-neck} ${-shoulder - rise}V${-h}H${neck}V${-shoulder - rise}C${neck} ${-shoulder - rise * 0.6} ${half} ${-shoulder - rise * 0.7} ${half} ${-shoulder}V-18Q${half} 0 ${half - 20} 0H${-half + 20}Q${-half} 0 ${-half} -18Z`
  const art =
    path(body, round(pen, look.colour, 1.15)) +
    path(
      `M${-half + 16} ${-shoulder + 4}Q${-half + 16} ${-shoulder - rise * 0.5} ${-neck - 2} ${-shoulder - rise * 0.72}Q${-half + 34} ${-shoulder - rise * 0.3} ${-half + 30} ${-shoulder + 4}V-30q-10 8 -14 -6z`,
      gleam,
      'opacity=".42"',
    ) +
    stroke(`M${-neck + 9} ${-shoulder - rise - 4}V${-h + 18}`, gleam, 5, 'opacity=".45" stroke-linecap="round"') +
    stroke(`M${half - 9} ${-shoulder + 10}V-26`, gleam, 3.5, 'opacity=".28" stroke-linecap="round"') +
    label(pen, look.label, 0, -shoulder * 0.47, half * 2, shoulder * 0.6)
  if (look.shape === 'cider') {
    const foil = `M${-neck - 3} ${-h * 0.82}L${-neck - 5} ${-h + 4}Q${-neck - 6} ${-h - 26} 0 ${-h - 28}Q${neck + 6} ${-h - 26} ${neck + 5} ${-h + 4}L${neck + 3} ${-h * 0.82}L10 ${-h * 0.85}L0 ${-h * 0.81}L-10 ${-h * 0.85}Z`
    return stand(
      half * 2,
      h + 28,
      art,
      path(foil, metal(pen, look.cap)),
      rect(-neck - 6, -h + 4, neck * 2 + 12, 9, dark(look.cap, 0.3), 'rx="3"'),
    )
  }
  const ring = rect(-neck - 6, -h - 2, neck * 2 + 12, 20, round(pen, look.colour, 1.2), 'rx="7"')
  const cork = path(
    `M${-neck + 3} ${-h}L${-neck - 1} ${-h - 34}Q0 ${-h - 41} ${neck + 1} ${-h - 34}L${neck - 3} ${-h}Z`,
    round(pen, look.cap),
  )
  return stand(half * 2, h + 40, art, cork, ring)
}

/** A small brown bottle with a rubber bulb: face oil. */
export function dropper(pen: Pen, look: { colour: string; label: Label }): Thing {
  const body = 'M-84 -206Q-84 -250 -40 -258H40Q84 -250 84 -206V-16Q84 0 66 0H-66Q-84 0 -84 -16Z'
  return stand(
    168,
    430,
    path(body, round(pen, look.colour, 1.2)),
    path('M-70 -200Q-68 -234 -44 -242V-22Q-66 -20 -70 -32Z', gleam, 'opacity=".4"'),
    label(pen, look.label, 0, -112, 168, 148),
    rect(-44, -300, 88, 50, round(pen, palette.ink, 1.2), 'rx="5"'),
    times(9, (i) => rect(-38 + i * 9, -296, 2, 42, '#fff', 'opacity=".16"')),
    path(
      'M-26 -300Q-30 -322 -24 -340Q-28 -420 0 -426Q28 -420 24 -340Q30 -322 26 -300Z',
      round(pen, light(palette.ink, 0.16), 1.1),
    ),
    stroke('M-10 -402Q-16 -380 -13 -346', gleam, 5, 'opacity=".4" stroke-linecap="round"'),
  )
}

/** A square scent bottle with a ground stopper. */
export function flacon(pen: Pen, look: { colour: string; label: Label; height?: number }): Thing {
  const h = look.height ?? 330
  const body = `M-122 ${-h + 30}Q-122 ${-h} -92 ${-h}H92Q122 ${-h} 122 ${-h + 30}V-18Q122 0 104 0H-104Q-122 0 -122 -18Z`
  const inner = `M-104 ${-h + 70}H104V-30Q104 -16 90 -16H-90Q-104 -16 -104 -30Z`
  return stand(
    244,
    h + 108,
    path(body, plane(pen, light(look.colour, 0.7)), 'opacity=".9"'),
    path(
      inner,
      linear(
        pen,
        [0, 0, 1, 0.3],
        [
          [0, light(look.colour, 0.2)],
          [0.3, light(look.colour, 0.45)],
          [1, dark(look.colour, 0.16)],
        ],
      ),
    ),
    rect(-104, -h + 66, 208, 8, light(look.colour, 0.6)),
    path(`M-110 ${-h + 28}Q-108 ${-h + 12} -90 ${-h + 12}V-22Q-108 -20 -110 -34Z`, gleam, 'opacity=".6"'),
    rect(-40, -h - 34, 80, 36, metal(pen, palette.straw), 'rx="3"'),
    path(
      `M-36 ${-h - 34}L-52 ${-h - 96}Q0 ${-h - 118} 52 ${-h - 96}L36 ${-h - 34}Z`,
      plane(pen, light(look.colour, 0.5)),
    ),
    path(`M-28 ${-h - 40}L-40 ${-h - 92}L-14 ${-h - 100}L-12 ${-h - 40}Z`, gleam, 'opacity=".6"'),
    label(pen, look.label, 0, -h * 0.42, 156, h * 0.48, 0),
  )
}

/** A squat ink bottle, its wide cap beside the light. */
export function inkwell(pen: Pen, look: { colour: string; label: Label }): Thing {
  const body = 'M-150 -120Q-150 -176 -84 -186V-214H84V-186Q150 -176 150 -120V-24Q150 0 126 0H-126Q-150 0 -150 -24Z'
  return stand(
    300,
    300,
    path(body, light(look.colour, 0.78), 'opacity=".9"'),
    path(
      'M-134 -112Q-134 -160 -72 -170H72Q134 -160 134 -112V-30Q134 -14 118 -14H-118Q-134 -14 -134 -30Z',
      round(pen, look.colour, 1.1),
    ),
    path('M-128 -116Q-126 -146 -92 -156V-20Q-124 -20 -128 -36Z', gleam, 'opacity=".42"'),
    rect(-96, -292, 192, 82, round(pen, palette.ink, 1.3), 'rx="8"'),
    times(15, (i) => rect(-88 + i * 12, -284, 3, 66, '#fff', 'opacity=".12"')),
    label(pen, look.label, 0, -86, 204, 112),
  )
}

/** A bulb in a clay pot, in leaf and flower. */
export function hyacinth(pen: Pen, flower: string): Thing {
  const bells = times(19, (i) => {
    const row = Math.floor(i / 3)
    const x = ((i % 3) - 1) * (40 - row * 3.6) + (row % 2 ? 8 : -5)
    return oval(x, -322 - row * 26, 24 - row * 1.4, 20 - row, ball(pen, i % 2 ? flower : light(flower, 0.16)))
  })
  return stand(
    170,
    500,
    path('M-96 -176H96L78 -12Q76 0 62 0H-62Q-76 0 -78 -12Z', round(pen, '#b9683f', 1.1)),
    path('M-108 -204H108V-166Q0 -156 -108 -166Z', round(pen, '#c4744a', 1.1)),
    path('M-96 -164Q0 -154 96 -164L95 -150Q0 -140 -95 -150Z', '#26140e', 'opacity=".25"'),
    path('M-96 -204Q0 -226 96 -204Z', palette.walnut),
    path('M-14 -230Q-110 -290 -104 -390Q-50 -330 8 -232Z', plane(pen, palette.moss)),
    path('M14 -230Q104 -280 116 -370Q60 -330 -8 -232Z', plane(pen, dark(palette.moss, 0.16))),
    path('M-9 -230V-350H9V-230Z', light(palette.moss, 0.2)),
    bells,
    path('M0 -256Q58 -240 54 -204H-54Q-58 -240 0 -256Z', ball(pen, palette.plum, 0.9)),
  )
}
