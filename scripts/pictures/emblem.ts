import { dark, light, palette } from './colour.ts'
import { linear, plane } from './pen.ts'
import type { Pen } from './pen.ts'
import { path, rect, stand, stroke } from './shape.ts'
import type { Thing } from './shape.ts'

/** A parcel in brown paper and string: what is shown when a product has no picture yet. */
export function parcel(pen: Pen): Thing {
  const kraft = '#c69a63'
  const red = palette.vermilion
  return stand(
    430,
    330,
    path(
      'M-215 -262L-150 -330H248L196 -262Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, light(kraft, 0.5)],
          [1, light(kraft, 0.2)],
        ],
      ),
    ),
    path(
      'M196 -262L248 -330V-52L196 0Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(kraft, 0.25)],
          [1, dark(kraft, 0.42)],
        ],
      ),
    ),
    rect(-215, -262, 411, 262, plane(pen, kraft, 1.2)),
    path('M-215 -262L-120 -150L-215 -60ZM196 -262L110 -150L196 -40Z', '#3d2414', 'opacity=".07"'),
    stroke(
      'M-60 0V-262L6 -330M-215 -116H196L248 -176',
      dark(red, 0.3),
      12,
      'stroke-linejoin="round" opacity=".35" transform="translate(3 5)"',
    ),
    stroke('M-60 0V-262L6 -330M-215 -116H196L248 -176', red, 9, 'stroke-linejoin="round"'),
    stroke(
      'M-60 -116Q-150 -200 -156 -130Q-146 -84 -60 -116Q40 -84 46 -136Q34 -196 -60 -116L-112 -36M-60 -116L-2 -44',
      red,
      9,
      'stroke-linecap="round"',
    ),
    rect(32, -90, 132, 66, palette.paper, 'rx="3"'),
    stroke('M48 -68H146M48 -46H116', palette.ink, 3, 'opacity=".55"'),
  )
}

/** The mark of the shop: a counter under a scalloped awning, ledger lines below. */
export const favicon = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="6" fill="${palette.vermilion}"/><path d="M10 13H54V25a5.500 5.500 0 0 1 -11 0a5.500 5.500 0 0 1 -11 0a5.500 5.500 0 0 1 -11 0a5.500 5.500 0 0 1 -11 0Z" fill="${palette.paper}"/><path d="M21 13V25M43 13V25M32 13V25" stroke="${palette.vermilion}" stroke-width="2" fill="none"/><path d="M8 38H56V44H8ZM13 47H51V54H13Z" fill="${palette.paper}"/><path d="M19 50.500H45" stroke="${palette.vermilion}" stroke-width="2" fill="none"/></svg>\n`.replaceAll(
    '.500',
    '.5',
  )
