import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

type Colour = readonly [lightness: number, a: number, b: number]
const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')
const numbers = (text: string) => text.split(' ').map(Number)

/** The colours of tokens.css by day (0) or by night (1), in oklab: pairs of oklch, and mixes of earlier ones. */
function coloursOf(scheme: 0 | 1): Map<string, Colour> {
  const found = new Map<string, Colour>()
  for (const [, name = '', of = ''] of css.matchAll(/--([\w-]+): light-dark\((.+)\);/g)) {
    const [lightness = 0, chroma = 0, hue = 0] = numbers([...of.matchAll(/oklch\(([^)]+)\)/g)][scheme]?.[1] ?? '')
    const turn = (hue * Math.PI) / 180
    found.set(name, [lightness, chroma * Math.cos(turn), chroma * Math.sin(turn)])
  }
  for (const [, name = '', one = '', share = '', other = ''] of css.matchAll(
    /--([\w-]+): color-mix\(in oklab, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\);/g,
  )) {
    const [of, into] = [found.get(one), found.get(other)]
    if (of === undefined || into === undefined) throw new Error(`--${name} mixes what is not known yet`)
    const part = (at: 0 | 1 | 2) => of[at] * (Number(share) / 100) + into[at] * (1 - Number(share) / 100)
    found.set(name, [part(0), part(1), part(2)])
  }
  return found
}

/** WCAG's relative luminance of a colour that a screen can show. */
function luminance([lightness, a, b]: Colour): number {
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ]
  const shown = (light: number) => Math.min(1, Math.max(0, light))
  return (
    0.2126 * shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * shown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  )
}

describe.each([
  ['by day', 0],
  ['by night', 1],
] as const)('%s', (_, scheme) => {
  const colours = coloursOf(scheme)
  const contrast = (...names: [string, string]) => {
    const [low = 0, high = 0] = names
      .map((name) => luminance(colours.get(name) ?? [Number.NaN, 0, 0]))
      .toSorted((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const grounds = ['paper', 'paper-low', 'paper-high']
  const words = ['ink', 'ink-soft', 'ink-faint', 'accent-deep', 'good', 'few']

  test.each(grounds.flatMap((ground) => words.map((word) => [word, ground] as const)))(
    '%s is read on %s',
    (word, ground) => expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5),
  )
  test.each(grounds.flatMap((ground) => ['line-strong', 'accent'].map((edge) => [edge, ground] as const)))(
    'a field, a box or a round is seen by its %s on %s, chosen or not',
    (edge, ground) => expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3),
  )
  test('a button is read', () => expect(contrast('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5))
})
