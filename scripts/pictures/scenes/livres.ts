import { palette as c } from '../colour.ts'
import { boxedSet, hardback, magazine, paperback } from '../kinds/books.ts'
import type { Cover } from '../kinds/books.ts'
import type { CoverName } from '../kinds/covers.ts'
import { bowl, carafe, mug } from '../kinds/crockery.ts'
import { inkwell } from '../kinds/glass.ts'
import { basket, fruit, lamp, stems } from '../kinds/home.ts'
import { envelopes } from '../kinds/paper.ts'
import { drum } from '../kinds/tins.ts'
import type { Pen } from '../pen.ts'
import type { Scene } from '../scene.ts'

const cover = (
  art: CoverName,
  [paper, ink, accent]: [string, string, string],
  title: string[],
  author: string,
  words?: string,
): Cover => ({ art, paper, ink, accent, title, author, words: words ?? ink })

const keeper = (pen: Pen) =>
  hardback(pen, {
    cover: cover('lighthouse', [c.sky, c.navy, c.vermilion], ['LE GARDIEN', 'DE NUIT'], 'É. KERDAVID'),
    spine: c.navy,
  })
const pots = (pen: Pen) =>
  hardback(pen, {
    cover: cover('pot', [c.straw, c.ink, c.vermilion], ['POTS', '& FEUX'], 'M. OZANNE'),
    spine: c.brick,
    width: 350,
  })
const leaves = (pen: Pen) =>
  paperback(pen, {
    cover: cover('mushrooms', [c.cream, c.bottle, c.vermilion], ['SOUS LES', 'FEUILLES'], 'P. TESSANDIER', c.bottle),
    width: 280,
  })
const fox = (pen: Pen) =>
  hardback(pen, {
    cover: cover('fox', [c.navy, c.ink, c.honey], ['BONNE NUIT', 'RENARD'], 'N. VALADE', c.cream),
    spine: c.vermilion,
    width: 430,
    height: 400,
    thick: 22,
  })
const step = (pen: Pen) =>
  paperback(pen, { cover: cover('road', [c.sage, c.bottle, c.vermilion], ['LE PAS', 'LENT'], 'A. LACAZE', c.bottle) })
const chair = (pen: Pen) =>
  paperback(pen, {
    cover: cover('window', [c.rose, c.plum, c.brick], ['UNE CHAISE', 'AU SOLEIL'], 'S. MIREPOIX'),
    width: 270,
  })
const swells = (pen: Pen) =>
  paperback(pen, {
    cover: cover('waves', [c.paper, c.navy, c.vermilion], ['HOULES'], 'Y. LE GALLEC'),
    width: 260,
    height: 400,
  })
const orchard = (pen: Pen) =>
  hardback(pen, {
    cover: cover('pear', [c.cream, c.bottle, c.straw], ["L'ANNÉE", 'DU VERGER'], 'C. AUBRAC'),
    spine: c.bottle,
    width: 330,
  })
const cat = (pen: Pen) =>
  paperback(pen, {
    cover: cover('cat', [c.slate, c.ink, c.brick], ['LE CHAT', 'DU MUR'], 'B. CASTAN', c.cream),
    width: 270,
    height: 430,
  })
const atlas = (pen: Pen) =>
  hardback(pen, {
    cover: cover('map', [c.linen, c.walnut, c.vermilion], ['ATLAS DES', 'PETITS CHEMINS'], 'I. ROUX'),
    spine: c.walnut,
    width: 410,
    height: 450,
    thick: 30,
  })
const sisters = (pen: Pen) =>
  paperback(pen, {
    cover: cover('plain', [c.paper, c.ink, c.vermilion], ['LETTRES', 'SANS TIMBRE'], 'J. & O. MARCHENOIR'),
  })
const seasons = (pen: Pen) => boxedSet(pen, { spines: [c.brick, c.navy, c.bottle], box: c.ink, title: 'LES SAISONS' })
const review = (pen: Pen) =>
  magazine(pen, {
    cover: cover('season', [c.cream, c.bottle, c.vermilion], ['TABLE & JARDIN', 'AUTOMNE'], 'TRIMESTRIEL'),
  })

const reading = (pen: Pen, foot: string) => lamp(pen, { shade: c.cream, foot, lit: true })
const apple = (pen: Pen, colour: string) => fruit(pen, { colour })

export const livres: Record<string, Scene> = {
  'le-gardien-de-nuit': { alone: keeper, at: 'books' },
  'pots-et-feux': {
    alone: pots,
    at: 'table',
    x: 320,
    front: (pen) => [[drum(pen, { colour: c.sky, label: { word: 'SEL', motif: 'wave', accent: c.navy } }), 620, 0.55]],
  },
  'sous-les-feuilles': {
    alone: leaves,
    at: 'counter',
    x: 290,
    behind: (pen) => [[basket(pen, { colour: c.oak }), 560, 0.72]],
  },
  'bonne-nuit-renard': { alone: fox, at: 'shelf', x: 310, behind: (pen) => [[reading(pen, c.brick), 640, 0.84]] },
  'le-pas-lent': {
    alone: step,
    at: 'sill',
    x: 330,
    front: (pen) => [[mug(pen, { colour: c.cream, rim: c.vermilion }), 580, 0.6]],
  },
  'une-chaise-au-soleil': {
    alone: chair,
    at: 'table',
    x: 340,
    behind: (pen) => [[stems(pen, { vase: c.linen, leaf: c.moss, bloom: c.rose }), 600, 0.95]],
  },
  houles: {
    alone: swells,
    at: 'desk',
    x: 330,
    front: (pen) => [
      [inkwell(pen, { colour: c.navy, label: { word: 'ENCRE', motif: 'wave', accent: c.navy } }), 590, 0.5],
    ],
  },
  'l-annee-du-verger': {
    alone: orchard,
    at: 'shelf',
    x: 320,
    front: (pen) => [
      [apple(pen, c.straw), 590, 1],
      [apple(pen, c.vermilion), 680, 0.95],
    ],
  },
  'le-chat-du-mur': { alone: cat, at: 'books', x: 430 },
  'atlas-des-petits-chemins': { alone: atlas, at: 'desk', x: 390 },
  'lettres-sans-timbre': {
    alone: sisters,
    at: 'desk',
    x: 310,
    behind: (pen) => [[envelopes(pen, { colour: c.sky, ribbon: c.vermilion }), 540, 0.7]],
  },
  'les-saisons-coffret': {
    alone: seasons,
    at: 'shelf',
    x: 320,
    behind: (pen) => [[reading(pen, c.bottle), 640, 0.84]],
  },
  'revue-table-et-jardin': {
    alone: review,
    at: 'table',
    x: 310,
    behind: (pen) => [[carafe(pen, { colour: c.straw }), 600, 0.78]],
    front: (pen) => [[bowl(pen, { colour: c.cream }), 180, 0.3, 0, 24]],
  },
}
