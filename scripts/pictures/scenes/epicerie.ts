import { palette as c } from '../colour.ts'
import { bowl, mug, teapot } from '../kinds/crockery.ts'
import { bottle, jar } from '../kinds/glass.ts'
import { board, fruit, stems } from '../kinds/home.ts'
import { chocolate, coffeeBag, loaf, sachet, sweets } from '../kinds/paper.ts'
import { caddy, drum, fishTin, stonePot } from '../kinds/tins.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import type { Scene } from '../scene.ts'

const jams: Record<string, Motif> = { [c.honey]: 'apricot', [c.vermilion]: 'berry', [c.plum]: 'plum' }
const jamWords: Record<string, string> = { [c.honey]: 'ABRICOT', [c.vermilion]: 'FRAISE', [c.plum]: 'QUETSCHE' }

const honey = (pen: Pen) =>
  jar(pen, {
    content: c.honey,
    top: 'lid',
    topColour: c.straw,
    height: 280,
    width: 290,
    label: { word: 'LAVANDE', motif: 'lavender', accent: c.lavender },
  })
const salt = (pen: Pen) => drum(pen, { colour: c.sky, label: { word: 'FLEUR DE SEL', motif: 'wave', accent: c.navy } })
const pasta = (pen: Pen) =>
  sachet(pen, { colour: c.navy, word: 'COQUILLETTES', fill: 'coquillette', content: c.straw, sign: 'wheat' })
const lentils = (pen: Pen) =>
  sachet(pen, { colour: c.bottle, word: 'LENTILLES', fill: 'lentil', content: c.moss, sign: 'leaf' })
const spiceLoaf = (pen: Pen) => loaf(pen, { crust: c.amber, crumb: c.oak })
const sardines = (pen: Pen) => fishTin(pen, { colour: c.slate, accent: c.straw, word: 'SARDINES' })
const lemon = (pen: Pen) => fruit(pen, { colour: c.straw, long: true })
const apple = (pen: Pen) => fruit(pen, { colour: c.vermilion })

export const epicerie: Record<string, Scene> = {
  'miel-de-lavande': {
    alone: honey,
    at: 'shelf',
    x: 300,
    behind: (pen) => [[stems(pen, { vase: c.linen, leaf: c.sage, bloom: c.lavender }), 640, 0.95]],
    front: (pen) => [[spiceLoaf(pen), 555, 0.5]],
  },
  'huile-d-olive': {
    alone: (pen) =>
      bottle(pen, {
        shape: 'oil',
        colour: c.bottle,
        cap: c.oak,
        label: { word: 'OLIVE', motif: 'olive', accent: c.moss },
      }),
    at: 'cloth',
    x: 370,
    front: (pen) => [
      [lemon(pen), 540, 1],
      [lemon(pen), 640, 0.9, 0, 18],
    ],
  },
  'sardines-au-citron': { alone: sardines, at: 'counter', x: 360, front: (pen) => [[lemon(pen), 640, 0.95]] },
  'confiture-du-verger': {
    alone: (pen, colour) =>
      jar(pen, {
        content: colour,
        top: 'cloth',
        topColour: c.vermilion,
        label: { word: jamWords[colour] ?? 'VERGER', motif: jams[colour] ?? 'apricot', accent: colour, ink: c.bottle },
      }),
    at: 'cloth',
    x: 300,
    front: (pen) => [[bowl(pen, { colour: c.sky }), 580, 0.62]],
  },
  'fleur-de-sel': { alone: salt, at: 'shelf', x: 330, behind: (pen) => [[board(pen, { colour: c.oak }), 540, 0.86]] },
  'the-du-matin': {
    alone: (pen) =>
      caddy(pen, { colour: c.bottle, band: c.straw, label: { word: 'THÉ', motif: 'leaf', accent: c.moss } }),
    at: 'table',
    x: 290,
    behind: (pen) => [[teapot(pen, { colour: c.linen, handle: c.oak }), 570, 0.66]],
  },
  'chocolat-noir': {
    alone: (pen) => chocolate(pen, { colour: c.plum, word: 'NOIR 72', sign: 'star' }),
    turn: -7,
    at: 'desk',
    x: 320,
    placedTurn: -14,
    lower: -220,
    placedScale: 0.8,
    front: (pen) => [[mug(pen, { colour: c.cream, rim: c.vermilion }), 590, 0.66]],
  },
  'caramels-au-beurre-sale': {
    alone: (pen) => sweets(pen, { content: c.honey, ribbon: c.vermilion, word: 'CARAMELS' }),
    at: 'counter',
  },
  coquillettes: { alone: pasta, at: 'shelf', x: 320, behind: (pen) => [[lentils(pen), 560, 0.86]] },
  'lentilles-vertes': {
    alone: lentils,
    at: 'table',
    x: 300,
    front: (pen) => [[bowl(pen, { colour: c.linen }), 570, 0.66]],
  },
  'pain-d-epices': {
    alone: spiceLoaf,
    at: 'cloth',
    x: 310,
    placedScale: 0.86,
    behind: (pen) => [[honey(pen), 690, 0.7]],
  },
  'cafe-du-comptoir': {
    alone: (pen) => coffeeBag(pen, { colour: c.oak, label: { word: 'CAFÉ', motif: 'bean', accent: c.walnut } }),
    at: 'sill',
    x: 330,
    front: (pen) => [[mug(pen, { colour: c.cream, rim: c.bottle }), 560, 0.62]],
  },
  'moutarde-a-l-ancienne': {
    alone: (pen) => stonePot(pen, { colour: c.cream, word: 'MOUTARDE', ink: c.brick }),
    at: 'shelf',
    x: 380,
    placedScale: 0.66,
    behind: (pen) => [
      [salt(pen), 160, 0.82],
      [sardines(pen), 640, 0.55],
    ],
  },
  'cidre-brut': {
    alone: (pen) =>
      bottle(pen, { shape: 'cider', colour: c.moss, cap: c.straw, label: { word: 'CIDRE', motif: 'apple' } }),
    at: 'table',
    x: 360,
    front: (pen) => [
      [apple(pen), 530, 1],
      [apple(pen), 630, 0.95, 0, 14],
      [apple(pen), 200, 0.9, 0, 10],
    ],
  },
}
