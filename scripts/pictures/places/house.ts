import { dark, light, mix, palette } from '../colour.ts'
import type { Pen } from '../pen.ts'
import { down, linear, metal, plane, round } from '../pen.ts'
import { oval, path, rect, stroke, times } from '../shape.ts'
import { windowLight } from '../stage.ts'
import { grain, plank, underneath, wall } from './room.ts'
import type { Place } from './room.ts'

/** Where things are washed, worn, read and warmed. */
export const house = {
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
  mirror(pen: Pen, tint: string): Place {
    const glass = linear(
      pen,
      [0, 0, 1, 1],
      [
        [0, light(tint, 0.85)],
        [0.45, light(tint, 0.3)],
        [0.46, light(tint, 0.55)],
        [1, dark(tint, 0.12)],
      ],
    )
    return {
      foot: 640,
      art:
        wall(pen, tint) +
        oval(412, 296, 232, 232, '#3d2414', 'opacity=".16"') +
        oval(400, 280, 232, 232, round(pen, palette.oak, 1.1)) +
        oval(400, 280, 208, 208, dark(palette.oak, 0.45)) +
        oval(402, 283, 204, 204, glass) +
        rect(70, 640, 660, 12, '#fdf8f0') +
        rect(70, 652, 660, 26, down(pen, '#e9e1d6', '#c9beb0')) +
        rect(
          84,
          678,
          640,
          60,
          linear(
            pen,
            [0, 0, 0, 1],
            [
              [0, '#3d2414', 0.28],
              [1, '#3d2414', 0],
            ],
          ),
        ) +
        rect(150, 678, 22, 50, metal(pen, palette.straw)) +
        rect(628, 678, 22, 50, metal(pen, palette.straw)),
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
        peg(110) +
        peg(690),
      over: peg(400),
    }
  },
  wardrobe(pen: Pen, tint: string): Place {
    const inside = mix(dark(tint, 0.2), palette.walnut, 0.22)
    const garment = (x: number, colour: string) =>
      stroke(`M${x} 92v18`, '#8d8a80', 5) +
      path(`M${x} 108q30 8 34 40l8 440h-84l8 -440q4 -32 34 -40z`, round(pen, dark(colour, 0.2), 1))
    const fold = (x: number, y: number, colour: string) =>
      rect(x, y, 300, 32, down(pen, light(colour, 0.2), dark(colour, 0.24)), 'rx="13"')
    return {
      foot: 108,
      art:
        wall(pen, inside) +
        path('M0 0H74V800H0Z', round(pen, palette.walnut, 0.8)) +
        path('M726 0H800V800H726Z', round(pen, palette.walnut, 0.8)) +
        rect(74, 0, 26, 800, '#26140e', 'opacity=".3"') +
        plank(pen, 724, 76, palette.walnut) +
        rect(74, 84, 652, 16, down(pen, light(palette.straw, 0.5), dark(palette.straw, 0.4)), 'rx="3"') +
        garment(112, palette.linen) +
        garment(168, palette.slate) +
        garment(640, palette.brick) +
        garment(690, palette.moss) +
        fold(250, 690, palette.linen) +
        fold(262, 662, palette.sky) +
        fold(244, 634, palette.cream),
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
