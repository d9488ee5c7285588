import { words } from './build.ts'
import type { DemoCategory, DemoProduct } from './product.ts'
import { accessoires } from './products/accessoires.ts'
import { epicerie } from './products/epicerie.ts'
import { livres } from './products/livres.ts'
import { maison } from './products/maison.ts'
import { papeterie } from './products/papeterie.ts'
import { reserve } from './products/reserve.ts'
import { soin } from './products/soin.ts'
import { vetements } from './products/vetements.ts'

export type { DemoCategory, DemoProduct, DemoVariant, Words } from './product.ts'

/** The six shelves of the demo shop, in the order they stand. */
export const demoCategories: DemoCategory[] = [
  {
    slug: 'epicerie',
    name: words('Épicerie', 'Grocery'),
    description: words(
      'Ce qui se garde : bocaux, boîtes, sachets et bouteilles.',
      'Things that keep: jars, tins, packets and bottles.',
    ),
    tint: '#f0dfb8',
    position: 1,
  },
  {
    slug: 'papeterie',
    name: words('Papeterie', 'Stationery'),
    description: words(
      'Du papier, de l’encre, et de quoi tailler le reste.',
      'Paper, ink, and something to sharpen the rest.',
    ),
    tint: '#d3dee3',
    position: 2,
  },
  {
    slug: 'maison',
    name: words('Maison', 'Home'),
    description: words(
      'La table, la cuisine, la lumière du soir.',
      'The table, the kitchen, the light in the evening.',
    ),
    tint: '#dfe2cb',
    position: 3,
  },
  {
    slug: 'vetements',
    name: words('Vêtements', 'Clothing'),
    description: words(
      'Des habits simples, faits pour être remis demain.',
      'Plain clothes, made to be worn again tomorrow.',
    ),
    tint: '#eed5c8',
    position: 4,
  },
  {
    slug: 'livres',
    name: words('Livres', 'Books'),
    description: words('Une seule étagère, mais on a tout lu.', 'One shelf only, but we have read all of it.'),
    tint: '#d9d3e0',
    position: 5,
  },
  {
    slug: 'soin',
    name: words('Soin', 'Care'),
    description: words(
      'Savons, brosses, baumes : peu de choses, longtemps.',
      'Soaps, brushes, balms: few things, for long.',
    ),
    tint: '#cfe0d8',
    position: 6,
  },
]

/** Every product of the demo shop, shelf by shelf. */
export const demoProducts: DemoProduct[] = [
  ...epicerie,
  ...reserve,
  ...papeterie,
  ...maison,
  ...vetements,
  ...accessoires,
  ...livres,
  ...soin,
]
