import { palette as c } from '../colour.ts'
import {
  comb,
  hairbrush,
  puck,
  shavingBrush,
  soapBar,
  soapCube,
  sponge,
  toothbrushes,
  washGlove,
} from '../kinds/care.ts'
import { dropper, flacon, jar } from '../kinds/glass.ts'
import { fruit, stems } from '../kinds/home.ts'
import { balmTin, tube } from '../kinds/tins.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import type { Scene } from '../scene.ts'

const soapSigns: Record<string, Motif> = { [c.rose]: 'flower', [c.sage]: 'leaf', [c.lavender]: 'lavender' }
const creams: Record<string, [word: string, motif: Motif]> = {
  [c.sage]: ['TILLEUL', 'leaf'],
  '#e9cfae': ['AMANDE', 'bean'],
  [c.sky]: ['MAINS', 'drop'],
}

/** Paler than straw, as a sponge that has seen the sun. */
const spongeTone = '#e2c07a'

const cube = (pen: Pen, colour: string) => soapCube(pen, { colour, lines: ['SAVON', '72', 'EXTRA PUR'] })
const soap = (pen: Pen, colour: string) => soapBar(pen, { colour, sign: soapSigns[colour] ?? 'flower' })
const glove = (pen: Pen, colour: string) => washGlove(pen, { colour })

export const soin: Record<string, Scene> = {
  'cube-de-savon': {
    alone: cube,
    at: 'tiles',
    placedScale: 0.66,
    x: 350,
    behind: (pen) => [[stems(pen, { vase: c.linen, leaf: c.moss }), 640, 0.8]],
  },
  'savon-parfume': {
    alone: soap,
    scale: 0.9,
    at: 'tiles',
    placedScale: 0.58,
    x: 330,
    behind: (pen) => [[stems(pen, { vase: c.slate, leaf: c.sage, bloom: c.rose }), 640, 0.85]],
  },
  'creme-pour-les-mains': {
    alone(pen, colour) {
      const [word, motif] = creams[colour] ?? ['MAINS', 'leaf']
      return tube(pen, { colour, cap: c.ink, label: { word, motif, accent: c.bottle } })
    },
    at: 'sill',
  },
  'huile-pour-le-visage': {
    alone: (pen) => dropper(pen, { colour: c.amber, label: { word: 'VISAGE', motif: 'drop', accent: c.plum } }),
    at: 'mirror',
    placedScale: 0.62,
    x: 340,
    front: (pen) => [
      [fruit(pen, { colour: c.plum }), 540, 0.9],
      [fruit(pen, { colour: c.plum }), 620, 0.8, 0, 12],
    ],
  },
  'eau-de-cologne': {
    alone: (pen) => flacon(pen, { colour: c.straw, label: { word: 'COLOGNE', motif: 'sun', accent: c.honey } }),
    at: 'sill',
    x: 350,
    front: (pen) => [[fruit(pen, { colour: c.straw, long: true }), 570, 0.95]],
  },
  'baume-du-jardinier': {
    alone: (pen) => balmTin(pen, { colour: c.brick, content: c.straw, sign: 'flower' }),
    at: 'counter',
  },
  'brosse-a-cheveux': {
    alone: (pen) => hairbrush(pen, { colour: c.oak }),
    turn: 20,
    at: 'rail',
    lower: 185,
    placedScale: 0.86,
    placedTurn: 180,
  },
  blaireau: {
    alone: (pen) => shavingBrush(pen, { colour: c.ink }),
    at: 'mirror',
    placedScale: 0.6,
    x: 300,
    front: (pen) => [[soap(pen, c.sage), 570, 0.6]],
  },
  'peigne-de-poche': {
    alone: (pen, colour) => comb(pen, { colour }),
    turn: -14,
    at: 'tiles',
    lower: -290,
    placedScale: 0.7,
  },
  'brosses-a-dents': { alone: (pen) => toothbrushes(pen, { colours: [c.vermilion, c.navy] }), at: 'tiles', x: 420 },
  'gant-de-toilette': { alone: glove, at: 'rail', x: 321, lower: 220, placedScale: 0.8 },
  'eponge-de-mer': {
    alone: (pen) => sponge(pen, { colour: spongeTone }),
    at: 'tiles',
    x: 350,
    front: (pen) => [[soap(pen, c.rose), 610, 0.5]],
  },
  'shampoing-solide': { alone: (pen) => puck(pen, { colour: c.sage, word: 'ORTIE' }), at: 'tiles' },
  'sels-de-bain': {
    alone: (pen) =>
      jar(pen, {
        content: c.lavender,
        top: 'cork',
        topColour: c.oak,
        height: 350,
        width: 250,
        label: { word: 'SELS', motif: 'lavender', accent: c.plum },
      }),
    at: 'mirror',
    placedScale: 0.62,
    x: 340,
    front: (pen) => [[sponge(pen, { colour: spongeTone }), 590, 0.5]],
  },
}
