import { dark, light, palette } from '../colour.ts'
import { label } from '../label.ts'
import type { Label } from '../label.ts'
import { letters } from '../letters.ts'
import { motif } from '../motif.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, down, linear, metal, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { lie, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

/** A kraft bag rolled shut with a tin tie: coffee. */
export function coffeeBag(pen: Pen, look: { colour: string; label: Label }): Thing {
  const c = look.colour
  return stand(
    290,
    450,
    path(
      'M-140 -380L-146 -12Q-146 0 -130 0H130Q146 0 146 -12L140 -380Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(c, 0.2)],
          [0.12, light(c, 0.2)],
          [0.5, c],
          [0.86, dark(c, 0.08)],
          [0.87, dark(c, 0.26)],
          [1, dark(c, 0.34)],
        ],
      ),
    ),
    path('M-142 -392Q-150 -448 -134 -450H134Q150 -448 142 -380Q0 -366 -142 -380Z', plane(pen, light(c, 0.1))),
    path('M-142 -386Q0 -372 142 -386L141 -362Q0 -346 -141 -362Z', '#3d2414', 'opacity=".2"'),
    rect(-156, -428, 312, 20, metal(pen, palette.straw), 'rx="3"'),
    path('M-156 -428h-14v44h16v-24ZM156 -428h14v44h-16v-24Z', dark(palette.straw, 0.15)),
    stroke('M-112 -350L-104 -210M-126 -60L-80 -10M122 -340L112 -250M104 -40L126 -6', dark(c, 0.3), 3, 'opacity=".4"'),
    label(pen, look.label, -10, -184, 206, 236, 3),
  )
}

/** A paper sachet with a window on what it holds: pasta, lentils. */
export function sachet(
  pen: Pen,
  look: { colour: string; word: string; fill: 'coquillette' | 'lentil'; content: string; sign: Motif },
): Thing {
  const c = look.colour
  const at = (span: number, from: number) => Math.round(from + pen.chance() * span)
  const grains = (count: number) => Array.from({ length: count }, () => `M${at(176, -90)} ${at(124, -162)}h5`).join('')
  const elbow = () => {
    const [dx, dy] = [at(28, -14), at(28, -14)]
    return `M${at(170, -84)} ${at(120, -156)}q${dx + 12} ${dy - 12} ${dy + 20} ${dx}`
  }
  const elbows = (count: number) => Array.from({ length: count }, elbow).join('')
  const layer = (d: string, tone: string, wide: number) =>
    stroke(d, dark(look.content, 0.36), wide + 4, 'stroke-linecap="round"') +
    stroke(d, tone, wide, 'stroke-linecap="round"')
  const bits =
    look.fill === 'lentil'
      ? layer(grains(44), look.content, 14) +
        layer(grains(30), light(look.content, 0.22), 13) +
        layer(grains(12), light(look.content, 0.4), 12)
      : layer(elbows(22), look.content, 13) + layer(elbows(14), light(look.content, 0.3), 13)
  const pane = 'M-96 -150Q-96 -176 -60 -176H60Q96 -176 96 -150V-40Q96 -26 80 -26H-80Q-96 -26 -96 -40Z'
  return stand(
    280,
    440,
    path('M-134 -392L-142 -14Q-142 0 -126 0H126Q142 0 142 -14L134 -392Z', plane(pen, c, 1.3)),
    path('M134 -392L142 -14Q142 0 126 0H112L106 -392Z', '#3d2414', 'opacity=".14"'),
    path('M-134 -440H134V-392H-134Z', plane(pen, light(c, 0.12))),
    stroke('M-134 -426H134M-134 -416H134M-134 -406H134', dark(c, 0.3), 2, 'opacity=".5"'),
    path('M-134 -392H134L132 -372Q0 -362 -134 -372Z', '#3d2414', 'opacity=".16"'),
    put(0, -300, motif(look.sign, palette.paper, palette.straw), 0.86),
    letters(look.word, 0, -202, 27, palette.paper, 0.16, 216),
    path(pane, dark(look.content, 0.35)),
    `<g ${clipTo(pen, path(pane, '#fff'))}>${bits}${path('M-96 -176H-30L-80 -26H-96Z', '#fff', 'opacity=".28"')}</g>`,
    stroke(pane, light(c, 0.5), 3),
  )
}

/** A bar in its printed sleeve, foil turned back on the squares. */
export function chocolate(pen: Pen, look: { colour: string; word: string; sign: Motif }): Thing {
  const cocoa = '#4a2a1d'
  const square = (x: number, y: number) =>
    rect(x, y, 78, 62, dark(cocoa, 0.3), 'rx="4"') +
    path(`M${x} ${y}h78l-12 11h-54z`, light(cocoa, 0.24)) +
    path(`M${x} ${y}v62l12 -11v-40z`, light(cocoa, 0.14)) +
    rect(x + 12, y + 11, 54, 40, plane(pen, cocoa))
  return lie(
    270,
    520,
    times(6, (i) => square(-118 + (i % 3) * 79, -254 + Math.floor(i / 3) * 63)),
    path(
      'M-132 -150L-112 -164L-90 -142L-66 -160L-40 -138L-14 -158L14 -138L40 -160L64 -142L90 -162L112 -144L132 -158V-110H-132Z',
      linear(
        pen,
        [0, 0, 1, 0.2],
        [
          [0, '#efece4'],
          [0.3, '#b8b3a8'],
          [0.5, '#f6f3ec'],
          [0.75, '#aca79b'],
          [1, '#dcd7cb'],
        ],
      ),
    ),
    rect(-134, -122, 268, 382, plane(pen, look.colour, 1.2), 'rx="3"'),
    rect(-134, -122, 268, 14, '#fffaf0', 'opacity=".25"'),
    rect(-110, -92, 220, 322, 'none', `stroke="${palette.straw}" stroke-width="3"`),
    put(0, 8, motif(look.sign, palette.straw, palette.cream), 1.35),
    letters(look.word, 0, 140, 30, palette.cream, 0.15, 190),
    stroke('M-60 168H60M-40 182H40', palette.straw, 3),
  )
}

/** A twisted cellophane cornet of sweets tied with a ribbon. */
export function sweets(pen: Pen, look: { content: string; ribbon: string; word: string }): Thing {
  const bag =
    'M-30 -300Q-40 -270 -96 -230Q-150 -150 -128 -34Q-120 0 -90 0H90Q120 0 128 -34Q150 -150 96 -230Q40 -270 30 -300Z'
  const sweet = (i: number) => {
    const row = Math.floor(i / 4)
    return put(
      -84 + (i % 4) * 56 + (row % 2 ? 18 : -6),
      -30 - row * 48,
      rect(-26, -18, 52, 38, plane(pen, i % 3 === 1 ? light(look.content, 0.34) : look.content, 1.6), 'rx="9"') +
        stroke('M-16 -8H12', '#fffaf0', 5, 'opacity=".6" stroke-linecap="round"'),
      1,
      Math.round(pen.chance() * 50 - 25),
    )
  }
  return stand(
    260,
    420,
    path(bag, light(look.content, 0.7), 'opacity=".55"'),
    `<g ${clipTo(pen, path(bag, '#fff'))}>${times(19, sweet)}</g>`,
    path(
      bag,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#fffdf6', 0.1],
          [0.16, '#fffdf6', 0.6],
          [0.26, '#fffdf6', 0.05],
          [0.7, '#fffdf6', 0],
          [0.86, '#fffdf6', 0.3],
          [1, '#3d2414', 0.2],
        ],
      ),
    ),
    path(
      'M-26 -306Q-70 -360 -96 -410Q-60 -398 -40 -418Q-16 -400 4 -420Q24 -400 48 -416Q66 -398 98 -408Q70 -360 26 -306Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#fffdf6', 0.85],
          [0.3, '#e9dcc4', 0.7],
          [0.5, '#fffdf6', 0.9],
          [0.75, '#dccbaa', 0.75],
          [1, '#fffdf6', 0.8],
        ],
      ),
    ),
    path('M0 -300Q-60 -344 -84 -304Q-70 -262 0 -292Q70 -262 84 -304Q60 -344 0 -300Z', plane(pen, look.ribbon)),
    path(
      'M-14 -296L-56 -216L-34 -220L-24 -200L2 -288ZM14 -296L54 -226L34 -226L28 -206L-2 -288Z',
      dark(look.ribbon, 0.14),
    ),
    rect(-18, -316, 36, 32, round(pen, look.ribbon), 'rx="8"'),
    put(
      0,
      -110,
      oval(0, 0, 82, 46, palette.paper) +
        oval(0, 0, 74, 39, 'none', `stroke="${look.ribbon}" stroke-width="2.5"`) +
        letters(look.word, 0, 10, 21, palette.ink, 0.15, 118),
    ),
  )
}

/** A tin loaf with two slices cut, on its paper. */
export function loaf(pen: Pen, look: { crust: string; crumb: string }): Thing {
  const slice = (x: number, tone: string) =>
    put(
      x,
      0,
      path('M-80 -6V-150Q-104 -196 -58 -214Q0 -230 58 -214Q104 -196 80 -150V-6Q0 4 -80 -6Z', dark(look.crust, 0.12)) +
        path('M-68 -14V-148Q-88 -188 -52 -202Q0 -216 52 -202Q88 -188 68 -148V-14Q0 -6 -68 -14Z', plane(pen, tone)) +
        times(9, (i) =>
          oval(-44 + ((i * 37) % 92), -30 - ((i * 53) % 150), 4 + (i % 3), 3, dark(look.crumb, 0.22), 'opacity=".7"'),
        ),
    )
  return stand(
    500,
    250,
    path(
      'M-210 0Q-236 -6 -230 -40V-150Q-246 -206 -190 -222H120Q190 -226 180 -150V-10Q176 0 160 0Z',
      linear(
        pen,
        [0, 0, 0, 1],
        [
          [0, light(look.crust, 0.3)],
          [0.3, look.crust],
          [1, dark(look.crust, 0.35)],
        ],
      ),
    ),
    path(
      'M-180 -222Q-120 -252 -60 -226Q0 -254 60 -226Q100 -246 140 -222Q100 -200 -30 -204Q-140 -202 -180 -222Z',
      light(look.crust, 0.16),
    ),
    times(5, (i) => stroke(`M${-176 + i * 56} -208q20 -16 34 -2`, dark(look.crust, 0.35), 4, 'opacity=".5"')),
    slice(112, look.crumb),
    slice(178, light(look.crumb, 0.14)),
  )
}

/** A bundle of envelopes under a band or a ribbon, the flap of the first one to us. */
export function envelopes(pen: Pen, look: { colour: string; ribbon: string }): Thing {
  const c = look.colour
  return stand(
    480,
    380,
    put(20, -18, rect(-235, -332, 470, 330, dark(c, 0.24), 'rx="3"'), 1, 3),
    put(8, -8, rect(-235, -334, 470, 332, light(c, 0.14), 'rx="3"'), 1, -2.5),
    rect(-240, -336, 480, 336, plane(pen, c), 'rx="4"'),
    path('M-240 -2L-30 -182H30L240 -2Z', light(c, 0.22)),
    stroke('M-238 -4L-26 -186M238 -4L26 -186', dark(c, 0.2), 2.5),
    path('M-240 -334L-18 -132Q0 -118 18 -132L240 -334Z', '#3d2414', 'opacity=".22" transform="translate(3 9)"'),
    path('M-240 -335L-18 -136Q0 -122 18 -136L240 -335Z', down(pen, light(c, 0.3), dark(c, 0.06))),
    rect(-15, -336, 30, 336, plane(pen, look.ribbon), 'opacity=".94"'),
    rect(-240, -166, 480, 28, plane(pen, look.ribbon), 'opacity=".94"'),
    path(
      'M0 -156Q-60 -214 -92 -170Q-92 -120 0 -148Q92 -120 92 -170Q60 -214 0 -156Z',
      plane(pen, light(look.ribbon, 0.1)),
    ),
    path('M-10 -148L-66 -70L-40 -72L-28 -52L6 -140ZM10 -148L70 -84L46 -78L42 -54L-4 -140Z', dark(look.ribbon, 0.12)),
    oval(0, -152, 19, 17, ball(pen, look.ribbon)),
  )
}

/** A fan of printed cards, each with its own plant, standing in a slip case. */
export function cards(pen: Pen, look: { signs: Motif[]; tints: string[]; box: string }): Thing {
  const card = (i: number) => {
    const sign = look.signs[i] ?? 'leaf'
    const tint = look.tints[i] ?? palette.sage
    return put(
      (i - 1.5) * 78,
      -60,
      rect(
        -100,
        -330,
        200,
        290,
        plane(pen, palette.paper, 0.7),
        `rx="4" stroke="${dark(palette.linen, 0.2)}" stroke-width="1.5"`,
      ) +
        rect(-84, -314, 168, 208, light(tint, 0.4)) +
        put(0, -208, motif(sign, dark(tint, 0.5), dark(tint, 0.05)), 1.3),
      1,
      (i - 1.5) * 9,
    )
  }
  return stand(
    400,
    430,
    times(4, card),
    path('M-190 -150H190L184 0H-184Z', plane(pen, look.box, 1.2)),
    path('M-190 -150H190V-140H-190Z', light(look.box, 0.35)),
    rect(-110, -106, 220, 66, palette.cream, 'rx="2"'),
    letters('CORRESPONDANCE', 0, -62, 20, palette.ink, 0.15, 176),
  )
}
