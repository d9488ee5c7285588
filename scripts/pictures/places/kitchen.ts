import { dark, light, mix, palette } from '../colour.ts'
import type { Pen } from '../pen.ts'
import { down, linear, plane } from '../pen.ts'
import { path, rect, stroke, times } from '../shape.ts'
import { windowLight } from '../stage.ts'
import { grain, plank, underneath, wall } from './room.ts'
import type { Place } from './room.ts'

/** Where things are eaten, sold and set in the sun. */
export const kitchen = {
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
    return {
      foot: 655,
      art:
        wall(pen, mix(tint, palette.slate, 0.22)) +
        windowLight(70, 60, 1.1) +
        rect(0, 574, 800, 226, dark(tint, 0.55)) +
        rect(0, 574, 800, 226, down(pen, light(linen, 0.2), dark(linen, 0.14))) +
        rect(0, 684, 800, 116, '#3d2414', 'opacity=".07"') +
        stroke('M0 596H800M0 606H800', palette.vermilion, 4, 'opacity=".75"') +
        stroke('M0 748H800M0 772H800', palette.vermilion, 6, 'opacity=".75"') +
        stroke('M0 760H800', palette.vermilion, 12, 'opacity=".75"') +
        times(6, (i) => path(`M${54 + i * 138} 684q22 50 6 116h40q-30 -60 -14 -116z`, '#3d2414', 'opacity=".09"')),
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
}
