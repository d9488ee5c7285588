import { palette as c } from '../colour.ts'
import { fountainPen, pencils, ruler, scissors, sharpener, stamp, twine } from '../kinds/desk.ts'
import { inkwell } from '../kinds/glass.ts'
import { stems } from '../kinds/home.ts'
import { calendar, exerciseBook, notebook } from '../kinds/notebooks.ts'
import { cards, envelopes } from '../kinds/paper.ts'
import type { Pen } from '../pen.ts'
import type { Scene } from '../scene.ts'

const ink = (pen: Pen, colour: string) =>
  inkwell(pen, { colour, label: { word: 'ENCRE', motif: 'drop', accent: colour } })
const pencilCase = (pen: Pen) =>
  pencils(pen, { colours: [c.vermilion, c.straw, c.navy, c.moss, c.plum, c.honey], box: c.bottle, word: 'CRAYONS' })
const plants = (pen: Pen) =>
  cards(pen, { signs: ['leaf', 'flower', 'wheat', 'olive'], tints: [c.sage, c.rose, c.straw, c.sky], box: c.bottle })
const bundle = (pen: Pen, colour: string) => envelopes(pen, { colour, ribbon: c.vermilion })
const book = (pen: Pen, colour: string) =>
  notebook(pen, { colour, elastic: colour === c.vermilion ? c.navy : c.vermilion })

export const papeterie: Record<string, Scene> = {
  'carnet-toile': { alone: book, at: 'desk', x: 310, front: (pen) => [[ink(pen, c.navy), 590, 0.56]] },
  'cahier-marbre': {
    alone: (pen) => exerciseBook(pen, { colour: c.moss, spine: c.ink, ruled: true }),
    at: 'desk',
    x: 300,
    front: (pen) => [[pencilCase(pen), 600, 0.6]],
  },
  'stylo-plume': {
    alone: (pen, colour) => fountainPen(pen, { colour }),
    scale: 1.16,
    turn: 38,
    at: 'desk',
    x: 420,
    lower: -150,
    placedScale: 0.62,
    placedTurn: 62,
    behind: (pen) => [[envelopes(pen, { colour: c.cream, ribbon: c.slate }), 400, 1.1]],
  },
  'crayons-de-couleur': { alone: pencilCase, at: 'table', x: 300, behind: (pen) => [[plants(pen), 590, 0.6]] },
  'enveloppes-vergees': {
    alone: bundle,
    at: 'desk',
    x: 330,
    front: (pen) => [[stamp(pen, { colour: c.walnut }), 640, 0.6]],
  },
  'cartes-de-l-herbier': {
    alone: plants,
    at: 'shelf',
    x: 310,
    behind: (pen) => [[stems(pen, { vase: c.rose, leaf: c.moss }), 640, 1]],
  },
  encre: { alone: ink, at: 'desk', x: 480, placedScale: 0.7, behind: (pen) => [[book(pen, c.vermilion), 260, 0.9]] },
  'ciseaux-de-papetier': {
    alone: (pen) => scissors(pen),
    turn: 0,
    at: 'rail',
    x: 407,
    lower: 180,
    placedTurn: 23.6,
    placedScale: 0.9,
  },
  'ficelle-de-lin': { alone: (pen, colour) => twine(pen, { colour }), at: 'counter' },
  'taille-crayon-laiton': {
    alone: (pen) => sharpener(pen, { colour: c.vermilion }),
    scale: 0.82,
    at: 'desk',
    x: 440,
    placedScale: 0.72,
    behind: (pen) => [[pencilCase(pen), 250, 0.7]],
  },
  'metre-pliant': {
    alone: (pen) => ruler(pen, { colour: c.straw }),
    at: 'shelf',
    x: 330,
    lower: -236,
    placedScale: 0.8,
    behind: (pen) => [[twine(pen, { colour: c.linen }), 620, 0.66]],
  },
  'tampon-dateur': {
    alone: (pen) => stamp(pen, { colour: c.walnut }),
    at: 'counter',
    x: 300,
    behind: (pen) => [[bundle(pen, c.sky), 560, 0.66]],
  },
  'calendrier-des-moissons': {
    alone: (pen) => calendar(pen, { colour: c.honey, sign: 'wheat', month: 'JUILLET' }),
    at: 'rail',
    lower: 234,
    placedScale: 0.84,
  },
}
