/** The twenty colours every picture is painted with; shades are mixed from them. */
export const palette = {
  paper: '#fcf8f0',
  cream: '#f3e7d0',
  linen: '#ddcbab',
  straw: '#e0b75c',
  honey: '#d58a1f',
  amber: '#96501c',
  vermilion: '#c93f2a',
  brick: '#8f3a2a',
  rose: '#dd9c8c',
  plum: '#6b3049',
  lavender: '#9489b4',
  navy: '#2c3c5a',
  slate: '#5a7480',
  sky: '#a5c0c9',
  bottle: '#2d5243',
  moss: '#76803c',
  sage: '#abb58e',
  oak: '#b98550',
  walnut: '#6d4529',
  ink: '#2b221c',
} as const

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** Mixes `part` (0..1) of `other` into `colour`; both are #rrggbb. */
export function mix(colour: string, other: string, part: number): string {
  const from = channels(colour)
  const to = channels(other)
  const byte = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * part)
  return `#${[byte(0), byte(1), byte(2)].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Towards the warm light of the upper left. */
export const light = (colour: string, part: number) => mix(colour, '#fffaf0', part)

/** Towards the brown of the shadows, never black. */
export const dark = (colour: string, part: number) => mix(colour, '#26140e', part)

/** A label ink that reads on the colour: paper on dark, ink on light. */
export function inkOn(colour: string): string {
  const [red, green, blue] = channels(colour)
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? palette.ink : palette.paper
}
