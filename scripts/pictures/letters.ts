import { stroke } from './shape.ts'

/** Drawn capitals, ten units high: advance width and strokes, so that no font is needed. */
const shapes: Record<string, [width: number, d: string]> = {
  A: [8, 'M0 10L4 0L8 10M1.6 6.6H6.4'],
  B: [6.5, 'M0 0V10M0 0H3.5Q6 0 6 2.4Q6 4.8 3.5 4.8H0M3.5 4.8Q6.5 4.8 6.5 7.4Q6.5 10 3.5 10H0'],
  C: [7.2, 'M7.2 1.8Q6 0 4 0Q0 0 0 5Q0 10 4 10Q6 10 7.2 8.2'],
  D: [7.5, 'M0 0V10H3Q7.5 10 7.5 5Q7.5 0 3 0Z'],
  E: [5.5, 'M5.5 0H0V10H5.5M0 4.8H4.5'],
  F: [5.5, 'M5.5 0H0V10M0 4.8H4.5'],
  G: [7.6, 'M7.4 1.8Q6.2 0 4 0Q0 0 0 5Q0 10 4 10Q6.5 10 7.6 8.4V5.4H4.6'],
  H: [7, 'M0 0V10M7 0V10M0 4.8H7'],
  I: [0.4, 'M.2 0V10'],
  J: [4, 'M4 0V7.2Q4 10 1.8 10Q.4 10 0 8.6'],
  K: [6.5, 'M0 0V10M6.2 0L0 6M2.2 4L6.5 10'],
  L: [5, 'M0 0V10H5'],
  M: [9, 'M0 10L.8 0L4.5 7L8.2 0L9 10'],
  N: [7, 'M0 10V0L7 10V0'],
  O: [8, 'M4 0Q8 0 8 5Q8 10 4 10Q0 10 0 5Q0 0 4 0Z'],
  P: [6, 'M0 10V0H3.2Q6 0 6 2.8Q6 5.6 3.2 5.6H0'],
  Q: [8, 'M4 0Q8 0 8 5Q8 10 4 10Q0 10 0 5Q0 0 4 0ZM5 7.5L8 10.8'],
  R: [6.5, 'M0 10V0H3.2Q6 0 6 2.8Q6 5.6 3.2 5.6H0M3 5.6L6.5 10'],
  S: [6, 'M5.6 1.5Q4.8 0 3 0Q.4 0 .4 2.4Q.4 4.2 3 4.8Q6 5.5 6 7.5Q6 10 3 10Q.8 10 0 8.2'],
  T: [7, 'M0 0H7M3.5 0V10'],
  U: [7, 'M0 0V6.5Q0 10 3.5 10Q7 10 7 6.5V0'],
  V: [8, 'M0 0L4 10L8 0'],
  W: [11, 'M0 0L2.8 10L5.5 1L8.2 10L11 0'],
  X: [7, 'M0 0L7 10M7 0L0 10'],
  Y: [7, 'M0 0L3.5 5V10M7 0L3.5 5'],
  Z: [6.5, 'M0 0H6.5L0 10H6.5'],
  '0': [6, 'M3 0Q6 0 6 5Q6 10 3 10Q0 10 0 5Q0 0 3 0Z'],
  '1': [3, 'M0 2L2.6 0V10'],
  '2': [6, 'M.2 2.4Q.6 0 3 0Q6 0 6 2.8Q6 4.6 3 7L0 10H6'],
  '3': [6, 'M0 0H5.6L2.6 4Q6 4 6 7Q6 10 3 10Q.8 10 0 8.2'],
  '5': [6, 'M5.4 0H.8L.4 4.4Q6 3 6 7Q6 10 3 10Q.8 10 0 8.2'],
  '7': [6, 'M0 0H6L2 10'],
  '9': [6, 'M6 3Q6 0 3 0Q0 0 0 3Q0 5.6 3 5.6Q6 5.6 6 3Q6 8 2 10'],
  '&': [7.6, 'M7.5 10L1.8 3.2Q.8 0 3.2 0Q5.6 0 5.2 2.4Q4.6 4 2 5.4Q0 6.6 .2 8Q.6 10 3 10Q6 10 7.2 5.6'],
  "'": [0.6, 'M.4 0L.1 2.4'],
  '.': [0.4, 'M0 9.6H.4V10H0Z'],
  '-': [3.4, 'M0 5.4H3.4'],
  ' ': [3, ''],
}

const accents: Record<string, [base: string, d: string]> = {
  É: ['E', 'M2 -1.6L4 -3.4'],
  È: ['E', 'M4 -1.6L2 -3.4'],
  Ê: ['E', 'M1.2 -1.6L2.8 -3.2L4.4 -1.6'],
  À: ['A', 'M5 -1.6L3 -3.4'],
  Ç: ['C', 'M4 10L3.4 12.4'],
  Û: ['U', 'M1.9 -1.6L3.5 -3.2L5.1 -1.6'],
  Î: ['I', 'M-1.4 -1.6L.2 -3.2L1.8 -1.6'],
}

function shapeOf(letter: string): [number, string] {
  const accent = accents[letter]
  const [width, d] = shapes[accent?.[0] ?? letter] ?? [3, '']
  return [width, d + (accent?.[1] ?? '')]
}

function moved(d: string, dx: number, dy: number, scale: number): string {
  const place = (text: string, shift: number) => String(Math.round((Number(text) * scale + shift) * 10) / 10)
  return d.replace(/([A-Z])([^A-Z]*)/g, (_, command: string, list: string) => {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
    if (command === 'H') return command + numbers.map((n) => place(n, dx)).join(' ')
    if (command === 'V') return command + numbers.map((n) => place(n, dy)).join(' ')
    return command + numbers.map((n, i) => place(n, i % 2 ? dy : dx)).join(' ')
  })
}

const gap = 2.6
const widthOf = (word: string) => [...word].reduce((sum, letter) => sum + shapeOf(letter)[0] + gap, -gap)

/** A word in drawn capitals centred on x, its foot at y, `size` high and never wider than `room`. */
export function letters(
  word: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  weight = 0.13,
  room = Infinity,
): string {
  const natural = widthOf(word)
  const scale = Math.min(size / 10, room / natural)
  let at = x - (natural * scale) / 2
  let d = ''
  for (const letter of word) {
    const [width, shape] = shapeOf(letter)
    d += moved(shape, at, y - 10 * scale, scale)
    at += (width + gap) * scale
  }
  return stroke(d, colour, Math.round(scale * 100 * weight) / 10, 'stroke-linejoin="round"')
}
