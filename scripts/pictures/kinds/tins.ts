import { dark, light, palette } from '../colour.ts'
import type { Label } from '../label.ts'
import { label } from '../label.ts'
import { letters } from '../letters.ts'
import type { Motif } from '../motif.ts'
import { motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import { ball, linear, metal, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const steel = '#b9b6ab'

/** A flat fish tin standing on its edge, its printed face to us, the ring on the right. */
export function fishTin(pen: Pen, look: { colour: string; accent: string; word: string }): Thing {
  const face = (i: number) => rect(-250 + i, -310 + i, 500 - i * 2, 310 - i * 2, '#', `rx="${58 - i * 0.8}"`)
  return stand(
    480,
    310,
    face(0).replace('"#"', `"${metal(pen, steel)}"`),
    face(13).replace('"#"', `"${dark(steel, 0.25)}"`),
    face(17).replace('"#"', `"${plane(pen, look.colour, 1.1)}"`),
    stroke(
      'M-206 -262H206Q220 -262 220 -246V-64Q220 -48 206 -48H-206Q-220 -48 -220 -64V-246Q-220 -262 -206 -262Z',
      light(look.colour, 0.55),
      2.5,
    ),
    times(3, (i) =>
      put(
        -40 + (i % 2) * 26,
        -212 + i * 42,
        motif('fish', dark(look.colour, 0.3), i === 1 ? look.accent : palette.cream),
        1.45,
      ),
    ),
    letters(look.word, -30, -62, 24, palette.cream, 0.16, 300),
    oval(
      150,
      -212,
      42,
      36,
      'none',
      `stroke="${dark(look.colour, 0.5)}" stroke-width="13" opacity=".35" transform="translate(5 7)"`,
    ),
    oval(150, -212, 42, 36, 'none', `stroke="${metal(pen, steel)}" stroke-width="12"`),
    rect(130, -184, 40, 30, metal(pen, steel), 'rx="9"'),
    oval(150, -162, 7, 7, dark(steel, 0.35)),
    path('M-232 -250Q-228 -292 -190 -293H-60L-150 -17H-190Q-232 -20 -233 -60Z', '#fffdf6', 'opacity=".13"'),
  )
}

/** A tall caddy with a domed lid, for tea. */
export function caddy(pen: Pen, look: { colour: string; label: Label; band: string }): Thing {
  return stand(
    250,
    420,
    path(
      'M-118 -338Q-118 -392 -46 -404Q-40 -422 0 -422Q40 -422 46 -404Q118 -392 118 -338Z',
      round(pen, look.colour, 1.15),
    ),
    rect(-125, -340, 250, 326, round(pen, look.colour, 1.1), 'rx="8"'),
    path('M-125 -24V-10Q-125 0 -112 0H112Q125 0 125 -10V-24Z', round(pen, dark(look.colour, 0.2))),
    rect(-130, -348, 260, 26, metal(pen, look.band), 'rx="5"'),
    stroke('M-124 -300H124M-124 -292H124M-124 -40H124', look.band, 2.5, 'opacity=".9"'),
    label(pen, look.label, 0, -166, 206, 208, 5),
    path('M-104 -316H-84V-30H-104Z', '#fffdf6', 'opacity=".22"'),
    stroke('M-92 -352Q-88 -380 -46 -390', '#fffdf6', 7, 'opacity=".4" stroke-linecap="round"'),
  )
}

/** A low round tin standing open: lid leaning behind, balm in front. */
export function balmTin(pen: Pen, look: { colour: string; content: string; sign: Motif }): Thing {
  return stand(
    400,
    330,
    put(
      70,
      -176,
      oval(0, 0, 152, 152, metal(pen, palette.straw)) +
        oval(0, 0, 143, 143, dark(palette.straw, 0.3)) +
        oval(-1, -1, 140, 140, plane(pen, look.colour, 1.2)) +
        oval(0, 0, 112, 112, 'none', `stroke="${palette.cream}" stroke-width="3"`) +
        put(0, 0, motif(look.sign, palette.cream, palette.cream), 1.25),
    ),
    put(
      -50,
      0,
      path(
        'M-150 -66V-22Q-150 26 0 28Q150 26 150 -22V-66Z',
        metal(pen, palette.straw),
        'transform="translate(0 -22)"',
      ) +
        oval(0, -88, 150, 34, light(palette.straw, 0.4)) +
        oval(0, -87, 138, 28, dark(look.content, 0.3)) +
        oval(0, -84, 137, 25, ball(pen, look.content)) +
        path('M-90 -88Q-30 -104 30 -92Q80 -78 40 -70Q-10 -84 -90 -88Z', light(look.content, 0.5), 'opacity=".8"'),
    ),
  )
}

/** A card drum with a cork in its top: salt. */
export function drum(pen: Pen, look: { colour: string; label: Label }): Thing {
  return stand(
    270,
    370,
    rect(-92, -374, 184, 50, round(pen, palette.oak), 'rx="10"'),
    times(10, (i) => oval(-78 + i * 17, -354 + ((i * 13) % 22), 4, 2, dark(palette.oak, 0.4), 'opacity=".55"')),
    path('M-135 -334Q0 -344 135 -334V-12Q0 8 -135 -12Z', round(pen, look.colour)),
    path(
      'M-135 -334Q0 -344 135 -334V-318Q0 -328 -135 -318ZM-135 -28Q0 -8 135 -28V-12Q0 8 -135 -12Z',
      round(pen, dark(look.colour, 0.28)),
    ),
    label(pen, look.label, 0, -172, 246, 214, 8),
  )
}

/** A stoneware pot with a wired cork and a stamped belly: mustard. */
export function stonePot(pen: Pen, look: { colour: string; word: string; ink: string }): Thing {
  return stand(
    270,
    370,
    path('M-76 -316L-84 -362Q0 -374 84 -362L76 -316Z', round(pen, palette.oak)),
    path('M-84 -356Q0 -368 84 -356V-346Q0 -358 -84 -346Z', palette.vermilion),
    path(
      'M-94 -322H94Q102 -300 92 -286Q142 -262 140 -200L128 -20Q126 0 100 0H-100Q-126 0 -128 -20L-140 -200Q-142 -262 -92 -286Q-102 -300 -94 -322Z',
      round(pen, look.colour, 1.05),
    ),
    path(
      'M-94 -322H94Q102 -300 92 -286Q142 -262 140 -200L138 -176Q60 -154 0 -170Q-70 -150 -138 -178L-140 -200Q-142 -262 -92 -286Q-102 -300 -94 -322Z',
      round(pen, dark(palette.oak, 0.35), 1.1),
    ),
    put(
      0,
      -92,
      oval(0, 0, 78, 54, 'none', `stroke="${look.ink}" stroke-width="4"`) +
        oval(0, 0, 69, 46, 'none', `stroke="${look.ink}" stroke-width="1.6"`) +
        letters(look.word, 0, 10, 20, look.ink, 0.17, 104),
    ),
    path('M-112 -236Q-100 -262 -70 -270Q-92 -240 -92 -190Q-108 -200 -112 -236Z', '#fffdf6', 'opacity=".5"'),
  )
}

/** A tube of cream lying on its crimp, cap below, as tubes stand. */
export function tube(pen: Pen, look: { colour: string; label: Label; cap: string }): Thing {
  return stand(
    170,
    460,
    rect(-52, -62, 104, 62, round(pen, look.cap, 1.2), 'rx="6"'),
    times(8, (i) => rect(-46 + i * 13, -58, 3, 54, '#fff', 'opacity=".18"')),
    path(
      'M-62 -62Q-94 -80 -95 -120L-112 -424H112L95 -120Q94 -80 62 -62Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(look.colour, 0.2)],
          [0.2, light(look.colour, 0.45)],
          [0.34, look.colour],
          [0.62, light(look.colour, 0.12)],
          [1, dark(look.colour, 0.32)],
        ],
      ),
    ),
    rect(-116, -460, 232, 40, metal(pen, light(look.colour, 0.3))),
    stroke('M-114 -448H114M-114 -436H114', dark(look.colour, 0.35), 2, 'opacity=".5"'),
    label(pen, look.label, 0, -250, 168, 210, 2),
  )
}
