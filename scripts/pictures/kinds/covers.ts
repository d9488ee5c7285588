import { dark, light, mix } from '../colour.ts'
import { motif } from '../motif.ts'
import { oval, path, put, rect, stroke, times } from '../shape.ts'

type Art = (paper: string, ink: string, accent: string) => string

/** Printed pictures for book covers, on 340 by 460, middle at (0,0); titles stand in the upper third. */
const arts = {
  /** A lighthouse on its rock. */
  lighthouse: (paper, ink, accent) =>
    rect(-170, 110, 340, 120, mix(ink, paper, 0.2)) +
    oval(96, -10, 52, 52, accent) +
    path('M-34 120L-22 -40H22L34 120Z', light(paper, 0.6)) +
    path('M-31 80H31L29 44H-29ZM-26 4H26L24 -26H-24Z', accent) +
    path('M-28 -40H28V-52H-28ZM-18 -52V-84H18V-52ZM-24 -84L0 -108L24 -84Z', ink) +
    path('M18 -76L170 -110V-40L18 -58ZM-18 -76L-170 -110V-40L-18 -58Z', light(accent, 0.7), 'opacity=".5"') +
    path('M-110 140Q-60 96 0 112T120 140Z', ink) +
    times(3, (i) =>
      stroke(`M-170 ${150 + i * 18}q22 -12 44 0t44 0t44 0t44 0t44 0t44 0t44 0t44 0`, light(paper, 0.3), 3),
    ),
  /** A pot on the fire, and its steam. */
  pot: (paper, ink, accent) =>
    path('M-120 20H120L108 130Q104 152 80 152H-80Q-104 152 -108 130Z', ink) +
    path('M-136 4H136V30H-136Z', dark(accent, 0.1)) +
    path('M-160 40h34v22h-34zM126 40h34v22h-34z', ink) +
    oval(0, -4, 22, 14, ink) +
    times(3, (i) => stroke(`M${-60 + i * 60} -24q-18 -16 0 -34t0 -32`, accent, 9, 'stroke-linecap="round"')) +
    stroke('M-92 50L-84 130', light(ink, 0.4), 8, 'stroke-linecap="round"') +
    path('M-70 176q20 -30 30 -8q14 -34 40 -10q22 -30 36 -2q16 -16 30 20z', accent),
  /** Mushrooms of three heights. */
  mushrooms: (paper, ink, accent) => {
    const one = (x: number, s: number, c: string) =>
      put(
        x,
        170,
        path('M-20 0Q-12 -70 -16 -110H16Q12 -70 22 0Z', light(paper, 0.4)) +
          path('M-86 -100Q-80 -190 0 -194Q80 -190 86 -100Q0 -78 -86 -100Z', c) +
          times(4, (i) => oval(-44 + i * 30, -128 - (i % 2) * 30, 10, 7, light(paper, 0.5))) +
          stroke('M-60 -98Q0 -84 60 -98', dark(c, 0.4), 4),
        s,
      )
    return (
      path('M-170 160Q0 130 170 160V230H-170Z', ink) +
      one(-84, 0.74, mix(accent, ink, 0.35)) +
      one(92, 0.6, light(accent, 0.3)) +
      one(10, 1.1, accent) +
      times(7, (i) => stroke(`M${-150 + i * 50} 172q6 -30 ${i % 2 ? 16 : -14} -44`, mix(ink, paper, 0.3), 5))
    )
  },
  /** A fox asleep under the moon, for children. */
  fox: (paper, ink, accent) =>
    oval(92, -22, 48, 48, light(paper, 0.75)) +
    oval(112, -34, 42, 42, paper) +
    times(9, (i) => oval(-150 + ((i * 97) % 210), -70 + ((i * 53) % 92), 2 + (i % 3), 2 + (i % 3), light(paper, 0.7))) +
    path('M-170 120Q0 70 170 130V230H-170Z', ink) +
    path('M-120 150Q-130 50 -10 50Q110 50 120 140Q126 176 60 178H-70Q-116 178 -120 150Z', accent) +
    path('M120 150Q150 70 90 60Q150 30 164 100Q168 160 110 178Q60 190 0 178Q90 176 120 150Z', light(accent, 0.16)) +
    path('M-128 116L-118 60L-86 88L-48 82L-24 50L-14 108Q-20 160 -72 166Q-122 160 -128 116Z', light(accent, 0.1)) +
    path('M-118 124Q-96 160 -72 166Q-44 160 -22 122Q-50 130 -72 146Q-96 130 -118 124Z', light(paper, 0.9)) +
    stroke('M-104 116q10 10 20 0M-62 114q10 10 20 0', ink, 5, 'stroke-linecap="round"') +
    oval(-72, 148, 8, 6, ink) +
    path('M90 60Q150 30 164 100Q140 80 112 80Z', light(paper, 0.9)),
  /** A road between poplars to a far village. */
  road: (paper, ink, accent) =>
    oval(-60, -20, 46, 46, light(accent, 0.2)) +
    path('M-170 40Q-60 -10 40 26T170 20V230H-170Z', mix(ink, paper, 0.45)) +
    path('M-170 90Q0 40 170 80V230H-170Z', mix(ink, paper, 0.2)) +
    path('M-60 230Q-20 130 30 96Q60 76 44 60Q62 76 46 104Q20 150 60 230Z', light(paper, 0.6)) +
    times(4, (i) =>
      path(
        `M${-150 + i * 34} 200Q${-166 + i * 34} 90 ${-140 + i * 30} ${30 + i * 14}Q${-122 + i * 32} 100 ${-138 + i * 34} 200Z`,
        ink,
      ),
    ) +
    times(3, (i) =>
      path(
        `M${96 + i * 28} ${190 - i * 20}Q${84 + i * 28} ${100 - i * 4} ${100 + i * 26} ${50 - i * 4}Q${118 + i * 26} 100 ${108 + i * 28} ${190 - i * 20}Z`,
        ink,
      ),
    ) +
    path('M20 46h18v-18l10 -14l10 14v18h26v16h-64z', accent),
  /** A window, a chair, long light. */
  window: (paper, ink, accent) =>
    rect(-96, -70, 130, 170, light(accent, 0.65)) +
    path('M-96 40Q-40 0 34 44V100H-96Z', mix(ink, paper, 0.5)) +
    stroke('M-96 -70H34V100H-96ZM-31 -70V100M-96 15H34', ink, 9) +
    path('M50 110L140 200H-20L-60 110Z', light(accent, 0.5), 'opacity=".8"') +
    stroke('M74 176V60M74 60Q100 40 128 60V176M74 122H140V178M84 122V178', accent, 9) +
    rect(-170, 176, 340, 6, ink),
  /** Great waves in rows, poems of the sea. */
  waves: (paper, ink, accent) =>
    times(7, (row) =>
      stroke(
        `M${-190 + (row % 2) * 24} ${-30 + row * 34}${times(8, () => 'q24 -44 48 0')}`,
        row === 2 ? accent : mix(ink, paper, 0.1 + row * 0.07),
        13,
      ),
    ) + oval(80, -84, 34, 34, accent),
  /** A pear cut in two, still life. */
  pear: (paper, ink, accent) =>
    '<g transform="translate(0 30) scale(.86)">' +
    path(
      'M-60 -80Q-20 -60 -16 0Q50 40 44 110Q30 180 -52 180Q-138 176 -140 104Q-138 40 -92 0Q-90 -64 -60 -80Z',
      accent,
    ) +
    path('M-62 -84Q-54 -110 -34 -120', ink, 'stroke-width="0"') +
    stroke('M-60 -80Q-58 -108 -36 -120', ink, 8) +
    path('M-40 -110Q10 -140 40 -100Q0 -84 -40 -110Z', ink) +
    path(
      'M72 40Q96 50 98 84Q140 108 132 150Q120 184 80 182Q40 180 36 146Q36 110 66 86Q60 54 72 40Z',
      light(paper, 0.7),
    ) +
    oval(84, 138, 18, 24, light(accent, 0.4)) +
    path('M80 128q8 8 0 20q-8 -10 0 -20zM92 128q6 10 -2 20q-4 -12 2 -20z', ink) +
    stroke('M-112 70Q-120 120 -90 150', light(accent, 0.6), 12, 'stroke-linecap="round"') +
    '</g>',
  /** A cat on a wall. */
  cat: (paper, ink, accent) =>
    rect(-170, 110, 340, 120, accent) +
    times(4, (row) =>
      times(5, (i) => rect(-170 + i * 76 + (row % 2) * 38 - 20, 114 + row * 28, 70, 22, dark(accent, 0.16))),
    ) +
    path('M-20 112Q-40 10 30 -6Q26 -40 20 -70L48 -50H84L110 -72Q112 -30 98 -10Q120 50 112 112Z', ink) +
    stroke('M104 104Q160 120 148 160Q140 190 118 178', ink, 19, 'stroke-linecap="round"') +
    oval(52, -28, 6, 9, light(accent, 0.6)) +
    oval(80, -28, 6, 9, light(accent, 0.6)) +
    oval(-90, -10, 42, 42, light(paper, 0.7)),
  /** A plan of fields and a river, atlas of small things. */
  map: (paper, ink, accent) =>
    rect(-140, -60, 280, 250, light(paper, 0.55)) +
    path(
      'M-140 20L-40 -10L-60 90L-140 110ZM-30 -60H80L60 20L-34 -12ZM-50 100L40 80L70 190H-80Z',
      mix(accent, paper, 0.45),
    ) +
    stroke('M-140 150Q-70 130 -40 80T40 20T140 -30', mix(ink, paper, 0.3), 17) +
    stroke('M-140 60Q0 60 60 110T140 140', ink, 4, 'stroke-dasharray="12 8"') +
    path('M64 30q0 -34 26 -34t26 34q0 24 -26 54q-26 -30 -26 -54z', accent) +
    oval(90, 28, 10, 10, light(paper, 0.8)) +
    stroke('M-140 -60H140V190H-140Z', ink, 5),
  /** Plain rules and one great initial. */
  plain: (paper, ink, accent) =>
    stroke('M-130 -40H130M-130 180H130', ink, 3) +
    stroke('M-130 -32H130M-130 172H130', accent, 2) +
    put(0, 74, motif('flower', ink, accent), 1.9),
  /** A table laid under a tree, the season's number. */
  season: (paper, ink, accent) =>
    '<g transform="translate(0 34)">' +
    path('M-170 110Q0 70 170 100V230H-170Z', mix(accent, paper, 0.4)) +
    path('M-84 120Q-80 20 -96 -20H-62Q-74 30 -62 120Z', ink) +
    oval(-80, -50, 96, 76, accent) +
    oval(-126, -12, 54, 46, mix(accent, ink, 0.2)) +
    oval(-30, -10, 56, 46, light(accent, 0.2)) +
    path('M-6 118H140L148 132H-14Z', light(paper, 0.8)) +
    stroke('M10 132V196M126 132V196', ink, 7) +
    path('M60 118q-12 -30 8 -40q20 10 8 40z', ink) +
    oval(104, 108, 13, 11, accent) +
    oval(24, 108, 13, 11, accent) +
    '</g>',
} satisfies Record<string, Art>

export type CoverName = keyof typeof arts

export const coverArt = (name: CoverName, paper: string, ink: string, accent: string) => arts[name](paper, ink, accent)
