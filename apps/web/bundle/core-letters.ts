import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url)
const made = new URL('../node_modules/.cache/letters/', import.meta.url)

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 32 + i))
const french = 'ÀÂÇÈÉÊËÎÏÔŒÙÛàâæçèéêëîïôœùûüÿ«»’“”…–—·°×−€\u00a0\u202f'

/**
 * What French and English are written with, in the weights and with the features that our style sheets ask for. Up to 14 KB come in one go on a
 * new line, so names and prices have one weight and leave out what a name seldom has.
 */
export const cuts = [
  {
    font: 'newsreader',
    characters: ascii.replaceAll(/[$#@*+=_^`~{}|\\<>[\]]/g, '') + french,
    axes: { wght: 440 },
    features: ['kern', 'liga', 'lnum', 'tnum', 'onum'],
  },
  {
    font: 'hanken-grotesk',
    characters: `${ascii.replaceAll(/[\^`~{}\\]/g, '')}${french}‘•→←²½`,
    axes: { wght: { min: 400, max: 600 } },
    features: ['kern', 'tnum'],
  },
] as const
type Cut = (typeof cuts)[number]

/** `U+20-7E, U+A0`: what of `characters` a font has, as a style sheet says it. */
export function rangeOf(characters: string): string {
  const points = [...new Set(characters)].map((one) => one.codePointAt(0) ?? 0).toSorted((a, b) => a - b)
  const spans: [number, number][] = []
  for (const point of points) {
    const last = spans.at(-1)
    if (last?.[1] === point - 1) last[1] = point
    else spans.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return spans.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ')
}

/** The package's style sheet, and after it the face that a browser asks first: of two with the same range the last one counts. */
const withCore = (css: string, { font, characters }: Cut): string => {
  const family = /font-family: '([^']+)'/.exec(css)?.[1] ?? ''
  const weights = /font-weight: ([^;]+);/.exec(css)?.[1] ?? ''
  const files = fileURLToPath(new URL(`${font}/files/`, packages))
  return `${css.replaceAll('./files/', files)}
@font-face {
  font-family: '${family}';
  font-style: normal;
  font-display: swap;
  font-weight: ${weights};
  src: url(${fileURLToPath(new URL(`${font}-core.woff2`, made))}) format('woff2-variations');
  unicode-range: ${rangeOf(characters)};
}
`
}

async function makeCore(cut: Cut): Promise<{ find: string; replacement: string }> {
  const { font, characters, axes, features } = cut
  const whole = readFileSync(new URL(`${font}/files/${font}-latin-wght-normal.woff2`, packages))
  const core = await subsetFont(whole, characters, {
    ...{ targetFormat: 'woff2', noHinting: true, keepFeatures: [...features], variationAxes: axes },
  })
  writeFileSync(new URL(`${font}-core.woff2`, made), core)
  const css = new URL(`${font}.css`, made)
  writeFileSync(css, withCore(readFileSync(new URL(`${font}/wght.css`, packages), 'utf8'), cut))
  return { find: `@fontsource-variable/${font}/wght.css`, replacement: fileURLToPath(css) }
}

/** Before the letters of many languages come those of French and English, in a file of their own: under half the bytes. */
export const coreLetters: Plugin = {
  name: 'core-letters',
  async config() {
    mkdirSync(made, { recursive: true })
    return { resolve: { alias: await Promise.all(cuts.map(makeCore)) } }
  },
}
