import { dark, light, mix, palette } from './colour.ts'
import type { Pen } from './pen.ts'
import { down, linear, plane, radial, round } from './pen.ts'
import { oval, path, rect, stroke, times } from './shape.ts'
import { windowLight } from './stage.ts'

/** Where a thing lives: what is behind it, and the height at which it stands or hangs. */
export interface Place {
  art: string
  foot: number
}

const wall = (pen: Pen, colour: string) =>
  rect(
    0,
    0,
    800,
    800,
    radial(
      pen,
      [0.25, 0.15, 1],
      [
        [0, light(colour, 0.42)],
        [0.55, colour],
        [1, dark(colour, 0.16)],
      ],
    ),
  )

function grain(pen: Pen, y: number, height: number, colour: string, lines: number): string {
  return times(lines, (i) => {
    const at = y + ((i + 0.5) * height) / lines + (pen.chance() - 0.5) * 4
    const from = pen.chance() * 300
    return stroke(
      `M${Math.round(from)} ${at}q120 ${pen.chance() * 8 - 4} 260 0t${Math.round(120 + pen.chance() * 200)} 0`,
      dark(colour, 0.3),
      1.5,
      'opacity=".45"',
    )
  })
}

function plank(pen: Pen, y: number, height: number, colour: string): string {
  return rect(0, y, 800, height, down(pen, light(colour, 0.14), dark(colour, 0.2))) + grain(pen, y, height, colour, 3)
}

const underneath = (pen: Pen, y: number) =>
  rect(
    0,
    y,
    800,
    70,
    linear(
      pen,
      [0, 0, 0, 1],
      [
        [0, '#3d2414', 0.34],
        [1, '#3d2414', 0],
      ],
    ),
  )

const places = {
  shelf(pen: Pen, tint: string): Place {
    const wood = palette.oak
    return {
      foot: 640,
      art:
        wall(pen, tint) +
        plank(pen, -10, 44, wood) +
        underneath(pen, 34) +
        windowLight(70, 120, 0.9) +
        rect(0, 640, 800, 14, light(wood, 0.3)) +
        plank(pen, 654, 36, wood) +
        underneath(pen, 690) +
        path(
          'M110 690H160V720Q112 716 118 800H100V690ZM640 690H690V800H672Q686 716 640 720Z',
          plane(pen, dark(wood, 0.18)),
        ),
    }
  },
  table(pen: Pen, tint: string): Place {
    const wood = palette.walnut
    return {
      foot: 650,
      art:
        wall(pen, tint) +
        windowLight(480, 70, 1.1) +
        rect(0, 560, 800, 150, down(pen, light(wood, 0.1), light(wood, 0.34))) +
        grain(pen, 565, 140, wood, 9) +
        plank(pen, 708, 30, dark(wood, 0.15)) +
        rect(0, 738, 800, 62, dark(tint, 0.5)) +
        underneath(pen, 738),
    }
  },
  cloth(pen: Pen, tint: string): Place {
    const linen = palette.paper
    const hem = 'M0 574H800V736q-40 22 -80 0t-80 0t-80 0t-80 0t-80 0t-80 0t-80 0t-80 0t-80 0t-80 0Z'
    return {
      foot: 655,
      art:
        wall(pen, mix(tint, palette.slate, 0.22)) +
        windowLight(70, 60, 1.1) +
        rect(0, 574, 800, 226, dark(tint, 0.55)) +
        path(hem, down(pen, light(linen, 0.2), dark(linen, 0.12))) +
        stroke('M0 596H800M0 606H800', palette.vermilion, 4, 'opacity=".75"') +
        stroke('M0 718H800', palette.vermilion, 9, 'opacity=".7"') +
        times(6, (i) => path(`M${60 + i * 132} 690q14 30 4 54h22q-16 -30 -8 -56z`, '#3d2414', 'opacity=".08"')),
    }
  },
  counter(pen: Pen, tint: string): Place {
    const wood = palette.walnut
    const hole = (x: number, y: number) =>
      rect(
        x,
        y,
        176,
        132,
        linear(
          pen,
          [0, 0, 0, 1],
          [
            [0, dark(wood, 0.55)],
            [1, dark(wood, 0.3)],
          ],
        ),
      )
    const wares = [palette.straw, palette.brick, palette.sage, palette.linen, palette.slate, palette.honey]
    const filled = times(8, (i) => {
      const [x, y] = [30 + (i % 4) * 192, 50 + Math.floor(i / 4) * 148]
      const item = times(3, (k) => {
        const tall = 50 + Math.round(pen.chance() * 50)
        return rect(
          x + 14 + k * 52,
          y + 132 - tall,
          42,
          tall,
          dark(wares[Math.floor(pen.chance() * 6)] ?? palette.oak, 0.28),
          'rx="5"',
        )
      })
      return hole(x, y) + item + rect(x, y, 176, 26, '#26140e', 'opacity=".3"')
    })
    return {
      foot: 640,
      art:
        rect(0, 0, 800, 800, plane(pen, mix(wood, tint, 0.14))) +
        filled +
        rect(0, 345, 800, 240, plane(pen, mix(tint, palette.oak, 0.1))) +
        underneath(pen, 345) +
        rect(0, 584, 800, 74, down(pen, light(palette.oak, 0.4), palette.oak)) +
        grain(pen, 588, 66, palette.oak, 5) +
        plank(pen, 658, 26, dark(palette.oak, 0.25)) +
        rect(0, 684, 800, 116, dark(wood, 0.2)) +
        underneath(pen, 684) +
        times(3, (i) =>
          rect(24 + i * 262, 716, 228, 120, plane(pen, wood), `stroke="${dark(wood, 0.4)}" stroke-width="4"`),
        ),
    }
  },
  sill(pen: Pen, tint: string): Place {
    const frame = light(tint, 0.72)
    const sky = down(pen, light(palette.sky, 0.25), light(palette.cream, 0.4))
    return {
      foot: 645,
      art:
        wall(pen, tint) +
        rect(130, -20, 540, 625, down(pen, frame, dark(frame, 0.1))) +
        rect(158, -20, 484, 600, sky) +
        path('M158 470Q240 400 330 452T520 430T642 460V580H158Z', mix(palette.sage, palette.sky, 0.35)) +
        path('M158 520Q300 470 430 516T642 510V580H158Z', palette.sage) +
        rect(388, -20, 24, 600, frame) +
        rect(158, 250, 484, 20, frame) +
        rect(408, -20, 5, 600, dark(frame, 0.2)) +
        rect(158, 266, 484, 5, dark(frame, 0.2)) +
        rect(60, 590, 680, 72, down(pen, light(frame, 0.3), dark(frame, 0.12))) +
        rect(60, 662, 680, 24, dark(frame, 0.26)) +
        rect(
          70,
          686,
          660,
          50,
          linear(
            pen,
            [0, 0, 0, 1],
            [
              [0, '#3d2414', 0.3],
              [1, '#3d2414', 0],
            ],
          ),
        ),
    }
  },
  tiles(pen: Pen, tint: string): Place {
    const tile = light(tint, 0.35)
    const rows = times(7, (row) =>
      times(6, (i) =>
        rect(-80 + i * 160 + (row % 2) * 80, row * 84 - 4, 154, 78, light(tile, 0.05 + pen.chance() * 0.3), 'rx="3"'),
      ),
    )
    return {
      foot: 648,
      art:
        rect(0, 0, 800, 800, dark(tint, 0.14)) +
        rows +
        rect(
          0,
          0,
          800,
          600,
          linear(
            pen,
            [0, 0, 1, 1],
            [
              [0, '#fffaf0', 0.4],
              [0.5, '#fffaf0', 0],
              [1, '#3d2414', 0.2],
            ],
          ),
        ) +
        rect(0, 584, 800, 90, down(pen, '#fbf6ee', '#e6ddd2')) +
        stroke('M40 640q90 -40 180 -20t160 -22M460 664q70 -30 150 -22t150 -28', '#bdb3a8', 2.5, 'opacity=".6"') +
        rect(0, 674, 800, 26, '#d3c8bb') +
        rect(0, 700, 800, 100, dark(tint, 0.34)) +
        underneath(pen, 700),
    }
  },
  rail(pen: Pen, tint: string): Place {
    const wood = palette.oak
    const peg = (x: number) =>
      rect(x - 9, 128, 18, 46, round(pen, dark(wood, 0.2)), 'rx="9"') + oval(x, 132, 15, 13, light(wood, 0.2))
    return {
      foot: 178,
      art:
        wall(pen, tint) +
        rect(0, 600, 800, 200, mix(tint, palette.paper, 0.5)) +
        rect(0, 592, 800, 12, dark(tint, 0.14)) +
        times(10, (i) => rect(i * 84 + 20, 604, 2, 196, dark(tint, 0.12))) +
        plank(pen, 118, 62, wood) +
        underneath(pen, 180) +
        peg(120) +
        peg(680),
    }
  },
  wardrobe(pen: Pen, tint: string): Place {
    const inside = mix(dark(tint, 0.28), palette.walnut, 0.25)
    return {
      foot: 108,
      art:
        wall(pen, inside) +
        path('M0 0H74V800H0Z', round(pen, palette.walnut, 0.8)) +
        path('M726 0H800V800H726Z', round(pen, palette.walnut, 0.8)) +
        rect(74, 0, 26, 800, '#26140e', 'opacity=".3"') +
        plank(pen, 724, 76, palette.walnut) +
        rect(74, 84, 652, 16, down(pen, light(palette.straw, 0.5), dark(palette.straw, 0.4)), 'rx="3"'),
    }
  },
  desk(pen: Pen, tint: string): Place {
    const blotter = palette.bottle
    return {
      foot: 650,
      art:
        wall(pen, tint) +
        windowLight(70, 80, 1.05) +
        rect(0, 540, 800, 260, down(pen, palette.oak, light(palette.oak, 0.2))) +
        grain(pen, 540, 255, palette.oak, 10) +
        path('M60 596H740L800 760H0Z', dark(palette.oak, 0.5), 'opacity=".35"') +
        path('M64 592H736L792 752H8Z', plane(pen, blotter)) +
        path('M64 592H150L90 752H8ZM650 592H736L792 752H710Z', plane(pen, palette.brick)),
    }
  },
  books(pen: Pen, tint: string): Place {
    const inks = [
      palette.navy,
      palette.brick,
      palette.linen,
      palette.moss,
      palette.straw,
      palette.plum,
      palette.slate,
      palette.cream,
      palette.bottle,
    ]
    let x = 0
    let spines = ''
    while (x < 800) {
      const width = Math.round(30 + pen.chance() * 34)
      const tall = Math.round(330 + pen.chance() * 130)
      const colour = dark(inks[Math.floor(pen.chance() * inks.length)] ?? palette.navy, 0.18)
      spines +=
        rect(x, 640 - tall, width - 1, tall, round(pen, colour, 0.9)) +
        rect(x + 4, 640 - tall + 40, width - 9, 5, palette.straw, 'opacity=".7"') +
        rect(x + 4, 580, width - 9, 4, palette.straw, 'opacity=".6"')
      x += width
    }
    return {
      foot: 648,
      art:
        wall(pen, dark(tint, 0.3)) +
        plank(pen, 90, 40, palette.walnut) +
        underneath(pen, 130) +
        spines +
        rect(0, 100, 800, 545, '#26140e', 'opacity=".22"') +
        plank(pen, 638, 46, palette.walnut) +
        rect(0, 638, 800, 14, light(palette.walnut, 0.24)) +
        underneath(pen, 684),
    }
  },
  hearth(pen: Pen, tint: string): Place {
    const rows = times(8, (row) =>
      times(7, (i) =>
        rect(
          -60 + i * 130 + (row % 2) * 65,
          row * 76 - 6,
          122,
          68,
          mix(palette.brick, palette.oak, pen.chance() * 0.4),
          'rx="4"',
        ),
      ),
    )
    return {
      foot: 660,
      art:
        rect(0, 0, 800, 800, mix(tint, palette.linen, 0.5)) +
        rows +
        rect(
          0,
          0,
          800,
          600,
          linear(
            pen,
            [0, 0, 1, 1],
            [
              [0, '#fff3dc', 0.3],
              [1, '#26140e', 0.4],
            ],
          ),
        ) +
        rect(0, 590, 800, 210, down(pen, palette.slate, light(palette.slate, 0.25))) +
        stroke('M0 690H800M230 590L170 690M560 590L640 690M400 690V800', dark(palette.slate, 0.3), 4),
    }
  },
}

export type PlaceName = keyof typeof places

/** Draws the place in the tint of its shelf of the shop. */
export const place = (pen: Pen, name: PlaceName, tint: string): Place => places[name](pen, tint)
