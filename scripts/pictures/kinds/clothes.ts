import { dark, light, palette } from '../colour.ts'
import type { Pen } from '../pen.ts'
import { clipTo, linear, plane, radial, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { hang, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const gleam = '#fffdf6'
const hook = (y: number) =>
  stroke(
    `M0 ${y}V${y - 30}Q0 ${y - 44} 16 ${y - 48}Q30 ${y - 58} 16 ${y - 74}Q-2 ${y - 84} -12 ${y - 64}`,
    '#8d8a80',
    7,
    'stroke-linecap="round"',
  )
const bar = (pen: Pen) =>
  path(
    'M-150 -196Q-60 -236 0 -246Q60 -236 150 -196L146 -180Q60 -214 0 -222Q-60 -214 -146 -180Z',
    plane(pen, palette.oak),
  )

const torso =
  'M-84 -236Q-150 -222 -190 -196L-262 120L-192 142L-154 -20L-160 250Q0 266 160 250L154 -20L192 142L262 120L190 -196Q150 -222 84 -236Q0 -180 -84 -236Z'
const sleeves = 'M-154 -20Q-150 -110 -136 -150L-158 -20ZM154 -20Q150 -110 136 -150L158 -20Z'
const folds =
  path(
    'M-60 -170Q-30 20 -70 258L-44 260Q0 40 -34 -176ZM84 -120Q70 80 104 256L124 254Q100 60 106 -130ZM-180 -170Q-190 0 -238 120L-220 128Q-170 10 -164 -160Z',
    '#26140e',
    'opacity=".12"',
  ) +
  path(
    'M-130 -120Q-110 80 -136 252L-112 255Q-84 60 -104 -130ZM20 -170Q10 40 30 260L50 259Q36 40 44 -172Z',
    gleam,
    'opacity=".2"',
  )

/** A striped jersey on its hanger. */
export function mariniere(pen: Pen, look: { colour: string; ground: string }): Thing {
  const cloth = torso.replace('Q0 -180 -84 -236', 'Q0 -196 -84 -236')
  const stripes = times(11, (i) =>
    stroke(`M-280 ${-128 + i * 32}Q0 ${-116 + i * 32} 280 ${-128 + i * 32}`, look.colour, 13),
  )
  return hang(
    530,
    580,
    hook(-240),
    bar(pen),
    path('M-84 -236Q0 -262 84 -236Q0 -180 -84 -236Z', dark(look.ground, 0.3)),
    path(cloth, plane(pen, look.ground)),
    `<g ${clipTo(pen, path(cloth, '#fff'))}>${stripes}${path(sleeves, '#26140e', 'opacity=".25"')}${folds}</g>`,
    stroke('M-86 -235Q0 -190 86 -235', dark(look.ground, 0.25), 4, 'opacity=".6"'),
  )
}

/** A work shirt or jacket: collar, buttons, patch pockets (one on a shirt, three on a jacket). */
export function workwear(pen: Pen, look: { colour: string; pockets: 1 | 3; button: string }): Thing {
  const c = look.colour
  const pocket = (x: number, y: number, w: number, h: number) =>
    path(`M${x} ${y}h${w}v${h - 16}q0 16 -16 16h${32 - w}q-16 0 -16 -16z`, light(c, 0.1)) +
    stroke(
      `M${x + 5} ${y + 9}h${w - 10}M${x + 5} ${y + 3}v${h - 16}q0 10 10 10h${w - 30}q10 0 10 -10v${16 - h}`,
      light(c, 0.5),
      2,
      'stroke-dasharray="6 4"',
    ) +
    stroke(`M${x + w} ${y}v${h - 12}`, dark(c, 0.4), 3, 'opacity=".5"')
  return hang(
    530,
    580,
    hook(-236),
    path('M-84 -236Q0 -262 84 -236Q0 -150 -84 -236Z', dark(c, 0.5)),
    path(torso, plane(pen, c, 1.3)),
    `<g ${clipTo(pen, path(torso, '#fff'))}>${path(sleeves, '#26140e', 'opacity=".3"')}${folds}${path('M2 -204V262H30V-190Z', '#26140e', 'opacity=".14"')}</g>`,
    stroke('M0 -180V256M-20 -170V256', dark(c, 0.4), 2.5, 'opacity=".7"'),
    pocket(56, -96, 84, 96),
    look.pockets === 3 ? pocket(-142, 82, 104, 124) + pocket(42, 82, 104, 124) : '',
    path('M-86 -238Q-60 -190 -4 -176L-44 -118Q-106 -150 -112 -222Z', plane(pen, light(c, 0.14), 1.2)),
    path('M86 -238Q60 -190 4 -176L44 -118Q106 -150 112 -222Z', plane(pen, light(c, 0.03), 1.2)),
    times(5, (i) => oval(-10, -128 + i * 84, 9, 9, look.button, `stroke="${dark(c, 0.5)}" stroke-width="2"`)),
    stroke('M-256 92L-188 114M256 92L188 114', dark(c, 0.35), 3),
  )
}

/** A fisherman's jumper, ribbed hem, buttons on the shoulder. */
export function jumper(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const body =
    'M-74 -230Q-150 -216 -196 -180Q-240 -40 -270 150L-200 166Q-180 60 -158 -10L-156 190Q-160 230 -150 250H150Q160 230 156 190L158 -10Q180 60 200 166L270 150Q240 -40 196 -180Q150 -216 74 -230Q0 -206 -74 -230Z'
  const knit = times(
    17,
    (i) =>
      stroke(`M${-272 + i * 34} -230V260`, dark(c, 0.3), 2, 'opacity=".4"') +
      stroke(`M${-262 + i * 34} -230V260`, light(c, 0.35), 3, 'opacity=".22"'),
  )
  const rib = (d: string) => stroke(d, dark(c, 0.35), 7, 'opacity=".6" stroke-dasharray="6 7"')
  return hang(
    550,
    500,
    path('M-74 -230Q-70 -270 0 -272Q70 -270 74 -230Q0 -206 -74 -230Z', round(pen, c, 1.1)),
    path(body, plane(pen, c, 1.3)),
    `<g ${clipTo(pen, path(body, '#fff'))}>${knit}${path('M-160 206H160V256H-160ZM-280 110L-190 134V180H-280ZM280 110L190 134V180H280Z', '#26140e', 'opacity=".2"')}${path(sleeves, '#26140e', 'opacity=".4"')}${folds}</g>`,
    rib('M-150 216H150M-150 238H150'),
    rib('M-66 -248H66'),
    rib('M-264 126L-198 144M264 126L198 144'),
    times(3, (i) =>
      oval(-100 - i * 32, -208 + i * 14, 9, 9, palette.straw, `stroke="${dark(c, 0.5)}" stroke-width="2"`),
    ),
  )
}

/** A scarf hung over, one tail longer, fringed. */
export function scarf(pen: Pen, look: { colour: string; stripe: string }): Thing {
  const c = look.colour
  const fringe = (x: number, y: number, w: number) =>
    times(9, (i) =>
      stroke(
        `M${x + 6 + (i * (w - 12)) / 8} ${y}q${i % 2 ? 5 : -5} 24 0 46`,
        i % 2 ? c : dark(c, 0.2),
        6,
        'stroke-linecap="round"',
      ),
    )
  const tail = (x: number, top: number, foot: number, tone: string) =>
    fringe(x, foot - 4, 130) +
    path(
      `M${x} ${top}H${x + 130}V${foot}H${x}Z`,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(tone, 0.2)],
          [0.3, light(tone, 0.28)],
          [0.55, tone],
          [0.7, dark(tone, 0.16)],
          [0.85, tone],
          [1, dark(tone, 0.34)],
        ],
      ),
    ) +
    rect(x, foot - 112, 130, 18, look.stripe) +
    rect(x, foot - 84, 130, 30, look.stripe) +
    rect(x, foot - 44, 130, 10, look.stripe)
  return hang(
    330,
    560,
    tail(20, -150, 150, dark(c, 0.14)),
    path(
      'M-130 -120Q-150 -270 0 -272Q150 -270 150 -120L20 -110Q20 -160 0 -160Q-10 -160 0 -90Z',
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, light(c, 0.34)],
          [0.5, c],
          [1, dark(c, 0.34)],
        ],
      ),
    ),
    stroke(
      'M-96 -190Q-60 -240 20 -240M-70 -150Q-40 -206 50 -204M40 -190Q90 -190 116 -130',
      dark(c, 0.3),
      4,
      'opacity=".5"',
    ),
    tail(-120, -150, 220, c),
    path(
      'M-136 -150Q-20 -196 60 -140Q70 -80 24 -62Q-80 -50 -140 -84Q-156 -120 -136 -150Z',
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, light(c, 0.36)],
          [0.5, c],
          [1, dark(c, 0.3)],
        ],
      ),
    ),
    stroke('M-120 -128Q-30 -156 44 -122M-120 -100Q-40 -124 36 -92', dark(c, 0.28), 4, 'opacity=".5"'),
  )
}

/** Two socks pegged to a line. */
export function socks(pen: Pen, look: { colour: string; toe: string }): Thing {
  const c = look.colour
  const shape = 'M-56 -230H56V20Q60 60 110 84Q170 112 160 160Q150 196 90 190Q0 180 -50 130Q-70 100 -60 20Z'
  const sock = (x: number, turn: number, tone: string) =>
    put(
      x,
      10,
      path(
        shape,
        linear(
          pen,
          [0, 0, 1, 0],
          [
            [0, dark(tone, 0.12)],
            [0.2, light(tone, 0.24)],
            [0.5, tone],
            [1, dark(tone, 0.26)],
          ],
        ),
      ) +
        `<g ${clipTo(pen, path(shape, '#fff'))}>${rect(-70, -232, 140, 54, look.toe)}${path('M100 60Q200 80 190 210H70Q120 150 100 60Z', look.toe)}${path('M-80 60Q-20 70 -14 120Q-20 160 -50 170L-90 120Z', look.toe)}${times(9, (i) => stroke(`M${-52 + i * 13} -232V-178`, '#26140e', 3, 'opacity=".22"'))}${rect(-70, -150, 140, 10, look.toe)}${rect(-70, -128, 140, 5, look.toe)}</g>` +
        path('M-8 -262H12V-206H-8Z', plane(pen, palette.oak), 'stroke="#6d4529" stroke-width="1.5"'),
      1,
      turn,
    )
  return hang(
    460,
    480,
    stroke('M-330 -236Q0 -204 330 -236', palette.walnut, 5),
    sock(-130, 4, c),
    sock(90, -3, dark(c, 0.06)),
  )
}

/** A beret on its band, its stalk up: felt, so without shine. */
export function beret(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const crown = 'M-248 -112Q-276 -206 -130 -248Q10 -284 156 -236Q296 -186 256 -98Q226 -34 60 -26Q-214 -18 -248 -112Z'
  return stand(
    330,
    310,
    path('M-156 -62Q0 -20 150 -52L138 -6Q0 16 -146 -12Z', round(pen, dark(c, 0.35), 1)),
    stroke('M24 -258Q16 -290 40 -304', dark(c, 0.22), 14, 'stroke-linecap="round"'),
    path(
      crown,
      radial(
        pen,
        [0.32, 0.18, 0.95],
        [
          [0, light(c, 0.22)],
          [0.35, c],
          [0.75, dark(c, 0.28)],
          [1, dark(c, 0.5)],
        ],
      ),
    ),
    `<g ${clipTo(pen, path(crown, '#fff'))}>${path('M-250 -110Q-120 -60 40 -70Q190 -80 262 -150V0H-260Z', '#26140e', 'opacity=".16"')}${stroke('M14 -254Q-110 -214 -150 -110M34 -252Q10 -190 30 -80M56 -248Q170 -210 200 -110', dark(c, 0.4), 5, 'opacity=".28"')}</g>`,
    stroke('M-214 -170Q-170 -226 -60 -244', light(c, 0.4), 9, 'opacity=".35" stroke-linecap="round"'),
  )
}
