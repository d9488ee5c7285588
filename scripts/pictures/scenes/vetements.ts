import { palette as c } from '../colour.ts'
import { apron, bandana, belt, cap, mittens, tote } from '../kinds/cloth.ts'
import { beret, jumper, mariniere, scarf, socks, workwear } from '../kinds/clothes.ts'
import { twine } from '../kinds/desk.ts'
import { stems } from '../kinds/home.ts'
import type { Scene } from '../scene.ts'

const toes: Record<string, string> = { [c.straw]: c.brick, [c.sky]: c.navy, [c.moss]: c.cream }

export const vetements: Record<string, Scene> = {
  mariniere: {
    alone: (pen, colour) => mariniere(pen, { colour, ground: c.cream }),
    scale: 1.08,
    at: 'wardrobe',
    lower: 262,
    placedScale: 0.87,
  },
  'chemise-de-tous-les-jours': {
    alone: (pen, colour) => workwear(pen, { colour, pockets: 1, button: c.paper }),
    scale: 1.08,
    at: 'wardrobe',
    lower: 262,
    placedScale: 0.87,
  },
  'veste-de-travail': {
    alone: (pen, colour) => workwear(pen, { colour, pockets: 3, button: c.straw }),
    scale: 1.08,
    at: 'rail',
    lower: 250,
    placedScale: 0.83,
  },
  'pull-marin': { alone: (pen, colour) => jumper(pen, { colour }), at: 'rail', lower: 222, placedScale: 0.86 },
  'echarpe-de-laine': {
    alone: (pen, colour) => scarf(pen, { colour, stripe: c.cream }),
    at: 'rail',
    lower: 217,
    placedScale: 0.9,
  },
  'chaussettes-du-dimanche': {
    alone: (pen, colour) => socks(pen, { colour, toe: toes[colour] ?? c.brick }),
    scale: 0.86,
    at: 'sill',
    lower: -260,
    placedScale: 0.8,
  },
  beret: { alone: (pen, colour) => beret(pen, { colour }), scale: 0.82, at: 'counter', x: 380, placedScale: 0.8 },
  'tablier-de-lin': {
    alone: (pen, colour) => apron(pen, { colour, strap: c.linen }),
    at: 'rail',
    lower: 231,
    placedScale: 0.88,
  },
  'sac-du-comptoir': {
    alone: (pen) => tote(pen, { colour: c.cream, ink: c.vermilion, sign: 'wheat', word: 'COMPTOIR' }),
    at: 'rail',
    lower: 210,
    placedScale: 0.84,
  },
  'foulard-a-losanges': {
    alone: (pen, colour) => bandana(pen, { colour, print: c.cream }),
    scale: 0.86,
    at: 'rail',
    lower: 112,
    pegged: false,
    placedScale: 1.14,
  },
  'ceinture-de-cuir': {
    alone: (pen) => belt(pen, { colour: c.amber }),
    scale: 0.9,
    at: 'counter',
    x: 340,
    front: (pen) => [[twine(pen, { colour: c.linen }), 650, 0.5]],
  },
  'moufles-a-cordon': {
    alone: (pen) => mittens(pen, { colour: c.navy, pattern: c.vermilion }),
    at: 'rail',
    lower: 181,
    placedScale: 0.84,
  },
  'bonnet-a-pompon': {
    alone: (pen, colour) => cap(pen, { colour, bobble: c.cream }),
    at: 'sill',
    x: 350,
    front: (pen) => [[stems(pen, { vase: c.slate, leaf: c.bottle }), 600, 0.7]],
  },
}
