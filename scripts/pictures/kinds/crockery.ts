import { dark, light, palette } from '../colour.ts'
import { motif } from '../motif.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import { ball, clipTo, linear, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { hang, oval, path, put, rect, stand, stroke, times } from '../shape.ts'

const gleam = '#fffdf6'

/** A stoneware bowl, glaze above, raw clay at the foot, speckled. */
export function bowl(pen: Pen, look: { colour: string }): Thing {
  const c = look.colour
  const body = 'M-230 -210Q-226 -60 -96 -26H96Q226 -60 230 -210Q0 -178 -230 -210Z'
  const specks = times(24, (i) =>
    oval(
      Math.round(-190 + pen.chance() * 380),
      Math.round(-190 + pen.chance() * 120),
      2 + (i % 3),
      2,
      dark(c, 0.5),
      'opacity=".45"',
    ),
  )
  return stand(
    250,
    244,
    path('M-96 -30L-84 0H84L96 -30Z', round(pen, palette.oak, 1.2)),
    path(body, round(pen, c, 1.1)),
    `<g ${clipTo(pen, path(body, '#fff'))}>${path('M-240 -70Q-100 -44 0 -62T240 -74V0H-240Z', round(pen, light(palette.oak, 0.22), 1.1))}${specks}</g>`,
    oval(0, -210, 230, 33, light(c, 0.36)),
    oval(
      2,
      -206,
      219,
      27,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(c, 0.5)],
          [0.5, dark(c, 0.25)],
          [1, light(c, 0.2)],
        ],
      ),
    ),
    path('M-204 -168Q-190 -100 -134 -62Q-168 -110 -176 -166Z', gleam, 'opacity=".4"'),
  )
}

/** A plate on its edge, face to us, with its border. */
export function plate(pen: Pen, look: { colour: string; border: string; sign: Motif }): Thing {
  return stand(
    300,
    440,
    put(
      0,
      -220,
      oval(7, 5, 219, 216, dark(look.colour, 0.4)) +
        oval(0, 0, 219, 219, plane(pen, look.colour, 1)) +
        oval(0, 0, 204, 204, 'none', `stroke="${look.border}" stroke-width="9"`) +
        oval(0, 0, 190, 190, 'none', `stroke="${look.border}" stroke-width="2.5"`) +
        oval(0, 0, 168, 168, 'none', `stroke="${look.border}" stroke-width="24" stroke-dasharray="7 15"`) +
        oval(0, 0, 168, 168, 'none', `stroke="${look.colour}" stroke-width="7"`) +
        oval(
          0,
          0,
          140,
          140,
          linear(
            pen,
            [0, 0, 1, 1],
            [
              [0, dark(look.colour, 0.2)],
              [0.5, look.colour],
              [1, light(look.colour, 0.6)],
            ],
          ),
        ) +
        oval(2, 2, 131, 131, plane(pen, light(look.colour, 0.12), 0.7)) +
        put(0, 0, motif(look.sign, dark(look.border, 0.3), look.border), 1.75) +
        stroke('M-178 -90A200 200 0 0 1 -60 -190', gleam, 13, 'opacity=".65" stroke-linecap="round"'),
    ),
  )
}

/** An enamelled tin mug, dark rim, two chips. */
export function mug(pen: Pen, look: { colour: string; rim: string }): Thing {
  const c = look.colour
  const body = 'M-140 -290L-132 -24Q-130 0 -106 0H106Q130 0 132 -24L140 -290Z'
  return stand(
    300,
    300,
    stroke('M128 -236Q244 -244 238 -150Q232 -64 130 -62', dark(look.rim, 0.2), 36),
    stroke('M128 -240Q238 -246 232 -152Q226 -70 130 -68', look.rim, 25),
    stroke('M140 -246Q220 -248 222 -170', light(look.rim, 0.6), 6, 'opacity=".7" stroke-linecap="round"'),
    path(body, round(pen, c, 1)),
    `<g ${clipTo(pen, path(body, '#fff'))}>${rect(-150, -34, 300, 40, round(pen, look.rim), 'opacity=".9"')}</g>`,
    oval(0, -290, 142, 21, look.rim),
    oval(
      1,
      -288,
      131,
      14,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(light(palette.cream, 0.3), 0.4)],
          [1, light(palette.cream, 0.5)],
        ],
      ),
    ),
    path('M-116 -258L-110 -52Q-108 -40 -92 -40L-96 -256Z', gleam, 'opacity=".55"'),
  )
}

/** A round teapot with a cane handle. */
export function teapot(pen: Pen, look: { colour: string; handle: string }): Thing {
  const c = look.colour
  return stand(
    330,
    430,
    stroke('M-128 -232Q-150 -440 0 -442Q150 -440 128 -232', dark(look.handle, 0.3), 20),
    stroke('M-130 -236Q-150 -444 -2 -446Q146 -442 126 -236', look.handle, 14),
    stroke(
      'M-128 -262Q-132 -434 0 -440Q128 -436 126 -262',
      dark(look.handle, 0.4),
      15,
      'stroke-dasharray="5 11" opacity=".6"',
    ),
    path(
      'M150 -150Q206 -170 222 -236L262 -246Q258 -150 176 -82Z',
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, light(c, 0.3)],
          [0.5, c],
          [1, dark(c, 0.35)],
        ],
      ),
    ),
    oval(243, -242, 20, 7, dark(c, 0.5)),
    path('M-84 -20L-92 0H92L84 -20Z', dark(c, 0.4)),
    path('M0 -254Q190 -250 190 -130Q180 -14 60 -12H-60Q-180 -14 -190 -130Q-190 -250 0 -254Z', ball(pen, c, 1.15)),
    path('M-80 -250Q-70 -290 0 -292Q70 -290 80 -250Q0 -234 -80 -250Z', round(pen, c, 1.1)),
    oval(0, -306, 23, 20, ball(pen, light(c, 0.06))),
    oval(-128, -232, 15, 13, ball(pen, dark(c, 0.1))),
    oval(128, -232, 15, 13, ball(pen, dark(c, 0.24))),
    path('M-152 -170Q-140 -220 -78 -228Q-118 -190 -128 -124Q-150 -132 -152 -170Z', gleam, 'opacity=".45"'),
    stroke('M-188 -120Q0 -84 188 -120', dark(c, 0.25), 3, 'opacity=".6"'),
  )
}

/** A glass water jug, half full, with a slice of lemon. */
export function carafe(pen: Pen, look: { colour: string }): Thing {
  const glass =
    'M-64 -420L-56 -320Q-60 -280 -110 -220Q-140 -180 -136 -110Q-134 -20 -100 -6Q-90 0 -70 0H70Q90 0 100 -6Q134 -20 136 -110Q140 -180 110 -220Q60 -280 56 -320L64 -420Z'
  return stand(
    250,
    420,
    path(
      glass,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#7fa3a8', 0.6],
          [0.2, '#f4faf6', 0.75],
          [0.7, '#c8dedd', 0.55],
          [1, '#6f9499', 0.7],
        ],
      ),
    ),
    `<g ${clipTo(pen, path(glass, '#fff'))}>${path(
      'M-150 -200Q0 -182 150 -200V0H-150Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#5f8f96', 0.7],
          [0.3, '#bcdcd9', 0.6],
          [1, '#4c7a83', 0.7],
        ],
      ),
    )}${oval(0, -200, 126, 13, '#e8f5f0', 'opacity=".9"')}</g>`,
    put(
      30,
      -112,
      oval(0, 0, 50, 50, look.colour) +
        oval(0, 0, 42, 42, light(look.colour, 0.65)) +
        times(8, (i) => put(0, 0, path('M-9 -35Q0 -42 9 -35L0 -5Z', light(look.colour, 0.16)), 1, i * 45)),
      1,
      12,
    ),
    oval(0, -420, 64, 9, 'none', 'stroke="#e9f4f0" stroke-width="5"'),
    path('M-112 -190Q-120 -120 -108 -50Q-96 -30 -88 -40Q-100 -120 -84 -206Z', gleam, 'opacity=".75"'),
    stroke('M-42 -400L-38 -326', gleam, 7, 'opacity=".8" stroke-linecap="round"'),
    stroke('M110 -160Q118 -100 104 -40', gleam, 4, 'opacity=".6" stroke-linecap="round"'),
  )
}

/** A striped kitchen towel hung by its loop, folded once. */
export function towel(pen: Pen, look: { colour: string; ground: string }): Thing {
  const c = look.colour
  const cloth = 'M-150 -244Q-60 -262 0 -276Q60 -262 150 -244L158 226Q60 240 0 230Q-80 240 -158 226Z'
  const folds =
    path(
      'M-60 -256Q-30 0 -70 236L-40 234Q-8 0 -30 -264ZM70 -258Q50 -20 84 234L110 232Q90 0 96 -254Z',
      '#3d2414',
      'opacity=".13"',
    ) +
    path(
      'M-110 -250Q-96 0 -120 232L-100 234Q-76 0 -84 -254ZM24 -268Q14 0 30 232L52 233Q40 0 46 -262Z',
      gleam,
      'opacity=".4"',
    )
  return hang(
    320,
    530,
    stroke('M-14 -270Q0 -310 14 -270', c, 6),
    path(cloth, plane(pen, look.ground, 1)),
    `<g ${clipTo(pen, path(cloth, '#fff'))}>${times(3, (i) => rect(-128 + i * 30, -300, i === 1 ? 16 : 7, 560, c))}${times(3, (i) => rect(68 + i * 30, -300, i === 1 ? 16 : 7, 560, c))}${rect(-170, 150, 340, 24, c, 'opacity=".85"')}${rect(-170, 184, 340, 8, c, 'opacity=".85"')}${folds}</g>`,
    stroke('M-157 214Q-80 228 0 218Q60 228 157 214', dark(look.ground, 0.3), 2, 'stroke-dasharray="5 5"'),
  )
}
