import { dark, light } from './colour.ts'
import { oval, path, put, stroke, times } from './shape.ts'

/** Small printed signs for labels and covers, about 100 by 100, middle at (0,0). */
export type Motif = keyof typeof motifs

const leaf = (length: number, width: number) =>
  `M0 0Q${width} ${-length / 2} 0 ${-length}Q${-width} ${-length / 2} 0 0Z`
const petals = (count: number, length: number, width: number, colour: string) =>
  times(count, (i) => put(0, 0, path(leaf(length, width), colour), 1, (360 / count) * i))

const motifs = {
  lavender: (ink: string, colour: string) =>
    times(3, (i) =>
      put(
        0,
        46,
        stroke('M0 0V-60', ink, 3) +
          times(5, (k) => oval(k % 2 ? 5 : -5, -38 - k * 10, 7, 6, colour)) +
          oval(0, -88, 5, 7, colour),
        1,
        (i - 1) * 22,
      ),
    ),
  olive: (ink: string, colour: string) =>
    stroke('M-44 24Q0 12 40 -30', ink, 3) +
    times(4, (i) => put(-32 + i * 20, 18 - i * 11, path(leaf(34, 11), colour), 1, i % 2 ? 100 : -18)) +
    oval(4, 28, 12, 16, ink) +
    oval(30, 10, 11, 14, ink),
  fish: (ink: string, colour: string) =>
    path('M-50 0Q-20 -26 22 -6L48 -22Q40 0 48 22L22 6Q-20 26 -50 0Z', colour) +
    stroke('M-26 -12Q-18 0 -26 12M-6 -10Q2 0 -6 10M8 -8Q14 0 8 8', ink, 2.5) +
    oval(-38, -2, 3.5, 3.5, ink),
  apricot: (ink: string, colour: string) =>
    oval(0, 8, 34, 34, colour) +
    stroke('M0 -24Q-14 8 2 40', dark(colour, 0.3), 3) +
    path('M0 -26Q22 -50 42 -30Q22 -18 0 -26Z', ink),
  berry: (ink: string, colour: string) =>
    path('M0 44Q-38 18 -32 -10Q0 -28 32 -10Q38 18 0 44Z', colour) +
    petals(5, 22, 7, ink).replaceAll('translate(0 0)', 'translate(0 -18)') +
    times(6, (i) => oval(-14 + (i % 3) * 14, 2 + Math.floor(i / 3) * 15, 2, 3, light(colour, 0.7))),
  plum: (ink: string, colour: string) =>
    oval(-14, 12, 26, 30, colour) +
    oval(18, 16, 24, 27, dark(colour, 0.14)) +
    stroke('M-14 -16Q0 -44 16 -10', ink, 3) +
    path('M0 -34Q20 -50 36 -36Q20 -24 0 -34Z', ink),
  sun: (ink: string, colour: string) =>
    times(16, (i) => put(0, 0, path('M-4 -30L0 -50L4 -30Z', ink), 1, i * 22.5)) + oval(0, 0, 24, 24, colour),
  wheat: (ink: string, colour: string) =>
    stroke('M0 50V-30', ink, 3) +
    times(
      4,
      (i) =>
        put(0, 6 - i * 15, path(leaf(26, 9), colour), 1, 38) + put(0, 6 - i * 15, path(leaf(26, 9), colour), 1, -38),
    ) +
    put(0, -44, path(leaf(22, 9), colour)),
  leaf: (ink: string, colour: string) =>
    put(
      0,
      48,
      path('M0 0Q46 -44 0 -96Q-46 -44 0 0Z', colour) +
        stroke('M0 8V-84M0 -28L16 -44M0 -28L-16 -44M0 -52L12 -64M0 -52L-12 -64', ink, 2.5),
    ),
  bean: (ink: string, colour: string) =>
    put(-16, 6, oval(0, 0, 24, 34, colour) + stroke('M4 -32Q-10 0 4 32', ink, 3.5), 1, 24) +
    put(24, 0, oval(0, 0, 20, 30, dark(colour, 0.18)) + stroke('M3 -28Q-8 0 3 28', ink, 3.5), 1, -18),
  star: (ink: string, colour: string) => petals(8, 48, 12, colour) + oval(0, 0, 9, 9, ink),
  flower: (ink: string, colour: string) => petals(6, 44, 20, colour) + oval(0, 0, 12, 12, ink),
  wave: (ink: string, colour: string) =>
    times(3, (i) => stroke(`M-48 ${-20 + i * 22}q12 -16 24 0t24 0t24 0t24 0`, i === 1 ? ink : colour, 7)),
  apple: (ink: string, colour: string) =>
    path('M0 -16Q-36 -34 -38 6Q-34 46 0 42Q34 46 38 6Q36 -34 0 -16Z', colour) +
    stroke('M0 -16Q0 -34 8 -44', ink, 4) +
    path('M6 -32Q24 -50 40 -34Q22 -22 6 -32Z', ink),
  crown: (ink: string, colour: string) =>
    path('M-44 26L-40 -24L-18 2L0 -34L18 2L40 -24L44 26Z', colour) + path('M-44 32H44V42H-44Z', ink),
  drop: (ink: string, colour: string) =>
    path('M0 -48Q44 10 24 32Q0 54 -24 32Q-44 10 0 -48Z', colour) + stroke('M-14 10Q-14 28 2 32', ink, 4),
}

/** One sign in its two colours. */
export const motif = (name: Motif, ink: string, colour: string) => motifs[name](ink, colour)
