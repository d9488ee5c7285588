import { readFileSync } from 'node:fs'
import { createFontStack, type FontMetrics } from '@capsizecss/core'
import { entireMetricsCollection as machines } from '@capsizecss/metrics/entireMetricsCollection'
import { fromFile } from '@capsizecss/unpack/fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('fonts.css', import.meta.url), 'utf8')
const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const files = new URL('../../node_modules/@fontsource-variable/', import.meta.url)

// As their files say; the collection knows what computers and phones bring along, not what a bare Linux does.
const dejaVu = { ascent: 1901, descent: -483, lineGap: 0, unitsPerEm: 2048, capHeight: 1493, xHeight: 1120 }
const dejaVuSans = {
  ...dejaVu,
  familyName: 'DejaVu Sans',
  fullName: 'DejaVu Sans',
  postscriptName: 'DejaVuSans',
  xWidthAvg: 1041,
}
const dejaVuSerif = {
  ...dejaVu,
  familyName: 'DejaVu Serif',
  fullName: 'DejaVu Serif',
  postscriptName: 'DejaVuSerif',
  xWidthAvg: 1058,
}

const serif: [string, FontMetrics][] = [
  ['Newsreader Georgia', machines.georgia],
  ['Newsreader Times', machines.timesNewRoman],
  ['Newsreader Noto', machines.notoSerif],
  ['Newsreader DejaVu', dejaVuSerif],
]
const sans: [string, FontMetrics][] = [
  ['Hanken Arial', machines.arial],
  ['Hanken Roboto', machines.roboto],
  ['Hanken Noto', machines.notoSans],
  ['Hanken Open Sans', machines.openSans],
  ['Hanken DejaVu', dejaVuSans],
]

/** What a rule of ours says of the size of its letters. */
function written(family: string): Record<string, string> {
  const rule = new RegExp(String.raw`@font-face \{\s*font-family: '${family}';([^}]*)\}`).exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...rule.matchAll(/(\S+-override|size-adjust): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** What the rule for letters of a machine has to say, so that they take the room of ours. */
function computed(ours: FontMetrics, theirs: FontMetrics): Record<string, string> {
  const { fontFaces } = createFontStack([ours, theirs], { fontFaceFormat: 'styleObject' })
  const face: Record<string, unknown> = { ...fontFaces[0]?.['@font-face'] }
  return Object.fromEntries(
    Object.entries(face).flatMap(([name, value]) =>
      /Override$|Adjust$/.test(name) ? [[kebab(name), String(value)]] : [],
    ),
  )
}

test.each([
  ['newsreader', '--serif', serif],
  ['hanken-grotesk', '--sans', sans],
] as const)(
  'letters that stand in for %s take its room, and are asked for in this order',
  async (font, token, stack) => {
    const { pathname } = new URL(`${font}/files/${font}-latin-wght-normal.woff2`, files)
    const ours = await fromFile(pathname)
    for (const [family, theirs] of stack) {
      const wanted = computed(ours, theirs)
      expect(wanted).toHaveProperty('size-adjust')
      expect(written(family), family).toEqual(wanted)
    }
    const families = new RegExp(String.raw`${token}:([^;]+);`).exec(tokens)?.[1]
    const named = [...(families ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name)
    expect(named.slice(1, stack.length + 1)).toEqual(stack.map(([family]) => family))
  },
)
