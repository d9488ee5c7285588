import { dark, light, palette } from '../colour.ts'
import { letters } from '../letters.ts'
import type { Pen } from '../pen.ts'
import { clipTo, linear, plane, round } from '../pen.ts'
import type { Thing } from '../shape.ts'
import { path, put, rect, stand, stroke, times } from '../shape.ts'
import { coverArt } from './covers.ts'
import type { CoverName } from './covers.ts'

export interface Cover {
  art: CoverName
  paper: string
  ink: string
  accent: string
  title: string[]
  author: string
  /** Colour of title and author. */
  words: string
}

function face(pen: Pen, cover: Cover, w: number, h: number): string {
  const clip = rect(-w / 2, -h, w, h, '#fff', 'rx="3"')
  const size = Math.min(42, (w * 1.35) / Math.max(...cover.title.map((line) => line.length)))
  return (
    `<g ${clipTo(pen, clip)}>${rect(-w / 2, -h, w, h, cover.paper)}<g transform="translate(0 ${-h / 2}) scale(${w / 340} ${h / 460})">${coverArt(cover.art, cover.paper, cover.ink, cover.accent)}</g>` +
    cover.title
      .map((line, i) => letters(line, 0, -h + 62 + i * size * 1.36, size, cover.words, 0.16, w * 0.82))
      .join('') +
    letters(
      cover.author,
      0,
      -18,
      15,
      cover.art === 'plain' || cover.art === 'window' || cover.art === 'pear' || cover.art === 'map'
        ? cover.words
        : palette.paper,
      0.14,
      w * 0.7,
    ) +
    `${rect(
      -w / 2,
      -h,
      w,
      h,
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, '#fffaf0', 0.28],
          [0.5, '#fffaf0', 0],
          [1, '#26140e', 0.22],
        ],
      ),
    )}</g>`
  )
}

/** A hardback a little turned: cloth spine to the left, page edges above. */
export function hardback(
  pen: Pen,
  look: { cover: Cover; spine: string; width?: number; height?: number; thick?: number },
): Thing {
  const w = look.width ?? 320
  const h = look.height ?? 450
  const thick = look.thick ?? 46
  const left = -w / 2
  return stand(
    w + thick,
    h,
    path(
      `M${left} ${-h}L${left - thick} ${-h + 22}V-10L${left} 0Z`,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, dark(look.spine, 0.3)],
          [0.4, light(look.spine, 0.14)],
          [1, dark(look.spine, 0.2)],
        ],
      ),
    ),
    stroke(
      `M${left - thick + 3} ${-h + 84}L${left - 3} ${-h + 68}M${left - thick + 3} ${-h + 94}L${left - 3} ${-h + 78}M${left - thick + 3} -74L${left - 3} -68`,
      light(look.spine, 0.6),
      3,
    ),
    face(pen, look.cover, w, h),
    rect(left + 13, -h, 5, h, '#26140e', 'opacity=".22"'),
    rect(left + 18, -h, 2, h, '#fffaf0', 'opacity=".35"'),
  )
}

/** A paperback facing us, its pages to the right. */
export function paperback(pen: Pen, look: { cover: Cover; width?: number; height?: number }): Thing {
  const w = look.width ?? 290
  const h = look.height ?? 440
  const right = w / 2
  return stand(
    w,
    h,
    path(
      `M${right - 4} ${-h + 3}L${right + 26} ${-h + 18}V-12L${right - 4} -1Z`,
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, '#b9a888'],
          [0.25, '#f3e9d6'],
          [0.5, '#d3c3a4'],
          [0.75, '#efe4ce'],
          [1, '#c4b391'],
        ],
      ),
    ),
    face(pen, look.cover, w, h),
    rect(-w / 2, -h, 10, h, '#26140e', 'opacity=".16"'),
    path(
      `M${right - 2} ${-h}Q${right + 5} ${-h / 2} ${right - 2} 0H${right - 16}Q${right - 8} ${-h / 2} ${right - 16} ${-h}Z`,
      '#fffaf0',
      'opacity=".3"',
    ),
  )
}

/** A magazine, thin and wide, its corner lifting. */
export function magazine(pen: Pen, look: { cover: Cover }): Thing {
  const [w, h] = [350, 460]
  return stand(
    w,
    h,
    put(9, 0, rect(-w / 2, -h + 5, w, h - 5, palette.cream), 1, 1.2),
    put(4, 0, rect(-w / 2, -h + 3, w, h - 3, light(palette.linen, 0.3)), 1, 0.6),
    face(pen, { ...look.cover, title: [] }, w, h),
    rect(-w / 2, -h, w, 92, look.cover.accent),
    letters(look.cover.title[0] ?? '', 0, -h + 66, 46, palette.paper, 0.17, w - 50),
    letters(look.cover.title[1] ?? '', 0, -h + 122, 16, look.cover.ink, 0.15, w - 80),
    path(`M${w / 2} -54L${w / 2 - 58} 0H${w / 2}Z`, '#26140e', 'opacity=".2"'),
    path(
      `M${w / 2} -50Q${w / 2 - 26} -44 ${w / 2 - 46} -34Q${w / 2 - 46} -12 ${w / 2 - 54} 0Q${w / 2 - 18} -20 ${w / 2} -50Z`,
      linear(
        pen,
        [0, 0, 1, 1],
        [
          [0, palette.linen],
          [0.5, '#fffdf6'],
          [1, palette.linen],
        ],
      ),
    ),
  )
}

/** Three volumes in an open slip case, spines to us. */
export function boxedSet(pen: Pen, look: { spines: [string, string, string]; box: string; title: string }): Thing {
  const spine = (i: number) => {
    const c = look.spines[i] ?? palette.navy
    const x = -150 + i * 100
    return (
      rect(x, -420, 98, 410, round(pen, c, 1.1), 'rx="5"') +
      rect(x, -372, 98, 7, palette.straw) +
      rect(x, -350, 98, 3, palette.straw) +
      rect(x, -84, 98, 7, palette.straw) +
      rect(x, -68, 98, 3, palette.straw) +
      `<g transform="translate(${x + 62} -216) rotate(-90)">${letters(look.title, 0, 0, 30, palette.cream, 0.15, 210)}</g>` +
      letters('I'.repeat(i + 1), x + 49, -32, 26, palette.straw, 0.16)
    )
  }
  return stand(
    380,
    450,
    path(
      'M150 -440L216 -420V-24L150 0Z',
      linear(
        pen,
        [0, 0, 1, 0],
        [
          [0, look.box],
          [1, dark(look.box, 0.4)],
        ],
      ),
    ),
    rect(-172, -440, 344, 440, plane(pen, look.box, 1.2), 'rx="4"'),
    rect(-156, -426, 312, 420, dark(look.box, 0.6)),
    times(3, spine),
    rect(-156, -426, 312, 22, '#26140e', 'opacity=".35"'),
    stroke('M-170 -438V-2', light(look.box, 0.5), 4),
  )
}
