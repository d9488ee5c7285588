import { palette as c } from '../colour.ts'
import { bowl, carafe, mug, plate, teapot, towel } from '../kinds/crockery.ts'
import { hyacinth } from '../kinds/glass.ts'
import { basket, board, candle, dustpan, fruit, kindling, knife, lamp, stems } from '../kinds/home.ts'
import type { Motif } from '../motif.ts'
import type { Pen } from '../pen.ts'
import type { Scene } from '../scene.ts'

const lemon = (pen: Pen) => fruit(pen, { colour: c.straw, long: true })
const apple = (pen: Pen) => fruit(pen, { colour: c.vermilion })
const pot = (pen: Pen) => teapot(pen, { colour: c.slate, handle: c.oak })
const beech = (pen: Pen) => board(pen, { colour: c.oak })

const waxes: Record<string, { wax: string; word: string; motif: Motif }> = {
  [c.sage]: { wax: c.cream, word: 'FIGUIER', motif: 'leaf' },
  [c.straw]: { wax: c.straw, word: 'MIEL', motif: 'flower' },
  '#8f7a68': { wax: '#a08e7d', word: 'FUMÉE', motif: 'sun' },
}

function scented(pen: Pen, colour: string) {
  const { wax, word, motif } = waxes[colour] ?? { wax: c.cream, word: 'SOIR', motif: 'star' as const }
  return candle(pen, { wax, lit: true, label: { word, motif, accent: colour } })
}

export const maison: Record<string, Scene> = {
  'bol-de-gres': {
    alone: (pen, colour) => bowl(pen, { colour }),
    at: 'table',
    x: 350,
    front: (pen) => [
      [fruit(pen, { colour: c.honey }), 610, 0.9],
      [fruit(pen, { colour: c.honey }), 690, 0.8, 0, 16],
    ],
  },
  'assiette-au-poisson': {
    alone: (pen) => plate(pen, { colour: c.paper, border: c.navy, sign: 'fish' }),
    at: 'shelf',
    x: 330,
    front: (pen) => [[bowl(pen, { colour: c.sage }), 610, 0.5]],
  },
  'tasse-emaillee': {
    alone: (pen, colour) => mug(pen, { colour: c.cream, rim: colour }),
    scale: 0.92,
    at: 'sill',
    x: 380,
  },
  'theiere-ronde': {
    alone: pot,
    at: 'cloth',
    x: 350,
    front: (pen) => [[mug(pen, { colour: c.cream, rim: c.vermilion }), 630, 0.5]],
  },
  carafe: {
    alone: (pen) => carafe(pen, { colour: c.straw }),
    at: 'sill',
    x: 360,
    front: (pen) => [[lemon(pen), 560, 1]],
  },
  'torchon-raye': {
    alone: (pen, colour) => towel(pen, { colour, ground: c.cream }),
    at: 'rail',
    lower: 234,
    placedScale: 0.84,
  },
  'bougie-du-soir': {
    alone: scented,
    at: 'table',
    x: 370,
    behind: (pen) => [[stems(pen, { vase: c.plum, leaf: c.sage }), 610, 0.9]],
  },
  'lampe-de-lecture': {
    alone: (pen, colour) => lamp(pen, { shade: c.cream, foot: colour, lit: false }),
    at: 'books',
    placed: (pen, colour) => lamp(pen, { shade: c.straw, foot: colour, lit: true }),
    placedScale: 0.9,
  },
  'panier-du-marche': {
    alone: (pen) => basket(pen, { colour: c.oak }),
    at: 'counter',
    x: 360,
    front: (pen) => [
      [apple(pen), 630, 0.9],
      [apple(pen), 706, 0.8, 0, 12],
    ],
  },
  'planche-a-decouper': { alone: beech, at: 'tiles', x: 350, front: (pen) => [[lemon(pen), 560, 1]] },
  'couteau-d-office': {
    alone: (pen) => knife(pen, { handle: c.walnut }),
    turn: 36,
    at: 'tiles',
    x: 400,
    lower: -205,
    placedScale: 0.7,
    placedTurn: 24,
    behind: (pen) => [[board(pen, { colour: c.oak, width: 360, height: 400 }), 400, 1.08]],
  },
  'pelle-et-balayette': {
    alone: (pen) => dustpan(pen, { colour: c.vermilion }),
    at: 'rail',
    lower: 186,
    placedScale: 0.84,
  },
  'fagot-d-allumage': { alone: (pen) => kindling(pen), at: 'hearth' },
  'jacinthe-en-pot': { alone: (pen, colour) => hyacinth(pen, colour), at: 'sill' },
}
