import { colours, shelf, sizes } from '../build.ts'

/** What is worn with it, at 20 %. */
export const accessoires = shelf('vetements', 'standard', [
  {
    slug: 'tablier-de-lin',
    sku: 'VE-TABL',
    name: ['Tablier de lin', 'Linen apron'],
    line: ['Bavette, grande poche, liens longs', 'Bib, wide pocket, long ties'],
    text: [
      'Un lin lourd, lavé, qui tombe droit et pardonne la farine. Les liens font le tour et se nouent devant, où l’on peut accrocher un torchon.',
      'Heavy washed linen that hangs straight and forgives flour. The ties go round and knot in front, where you can hang a tea towel.',
    ],
    facts: [
      ['material', 'Lin lavé 260 g', 'Washed linen, 260 g'],
      ['size', '72 × 85 cm', '72 × 85 cm'],
      ['care', 'Lavable à 60 °C', 'Wash at 60 °C'],
    ],
    options: [
      colours([
        ['ardoise', 'Ardoise', 'Slate', '#5a7480'],
        ['lin', 'Lin naturel', 'Natural linen', '#ddcbab'],
        ['prune', 'Prune', 'Plum', '#6b3049'],
      ]),
    ],
    rows: [
      ['ardoise', 4200, 18],
      ['lin', 4200, 23],
      ['prune', 3400, 4, 4200],
    ],
    alone: ['Tablier de lin {v} à grande poche', 'Linen apron in {v} with a wide pocket'],
    placed: ['Le tablier ardoise pendu à la patère de la cuisine', 'The slate apron on the kitchen peg rail'],
    popularity: 584,
    keywords: ['cuisine jardin protection', 'kitchen pinafore garden'],
  },
  {
    slug: 'sac-du-comptoir',
    sku: 'VE-SAC',
    name: ['Sac du Comptoir', 'Comptoir tote'],
    line: ['Toile épaisse, anses longues', 'Heavy canvas, long handles'],
    text: [
      'Une toile qui tient debout toute seule, imprimée d’un épi. Les anses passent sur un manteau d’hiver, le fond est doublé, les coutures sont rabattues.',
      'Canvas stout enough to stand by itself, printed with an ear of wheat. The handles go over a winter coat, the base is doubled and the seams are felled.',
    ],
    facts: [
      ['material', 'Toile de coton 400 g', 'Cotton canvas, 400 g'],
      ['size', '38 × 42 cm, anses 30 cm', '38 × 42 cm, 30 cm handles'],
      ['care', 'Lavable à 30 °C', 'Wash at 30 °C'],
    ],
    rows: [['', 1900, 64]],
    alone: [
      'Sac de toile écrue imprimé d’un épi et du mot « Comptoir »',
      'Natural canvas bag printed with a wheat ear and the word Comptoir',
    ],
    placed: ['Le sac de toile pendu à la patère', 'The canvas bag on the peg rail'],
    popularity: 881,
    keywords: ['tote bag cabas courses', 'shopper bag shopping'],
  },
  {
    slug: 'foulard-a-losanges',
    sku: 'VE-FOUL',
    name: ['Foulard à losanges', 'Diamond bandana'],
    line: ['Coton voile, ourlet roulotté', 'Cotton voile, rolled hem'],
    text: [
      'Un carré de 60 centimètres, imprimé au cadre. Au cou, dans les cheveux, autour du pique-nique ou de l’anse d’un panier.',
      'A 60-centimetre square, screen-printed. Round the neck, in the hair, about the picnic or on the handle of a basket.',
    ],
    facts: [
      ['material', 'Voile de coton', 'Cotton voile'],
      ['size', '60 × 60 cm', '60 × 60 cm'],
      ['care', 'À la main', 'Hand wash'],
    ],
    options: [
      colours([
        ['vermillon', 'Vermillon', 'Vermilion', '#c93f2a'],
        ['bouteille', 'Vert bouteille', 'Bottle green', '#2d5243'],
        ['nuit', 'Bleu nuit', 'Midnight blue', '#2c3c5a'],
      ]),
    ],
    rows: [
      ['vermillon', 2200, 21],
      ['bouteille', 2200, 14],
      ['nuit', 2200, 17],
    ],
    alone: [
      'Foulard {v} plié en pointe, semé de losanges clairs',
      'Bandana in {v} folded to a point, scattered with pale diamonds',
    ],
    placed: ['Le foulard vermillon tendu entre deux patères', 'The vermilion bandana stretched between two pegs'],
    popularity: 459,
    keywords: ['bandana carré fichu', 'neckerchief scarf square'],
  },
  {
    slug: 'ceinture-de-cuir',
    sku: 'VE-CEIN',
    name: ['Ceinture de cuir', 'Leather belt'],
    line: ['Tannage végétal, boucle de laiton', 'Vegetable-tanned, brass buckle'],
    text: [
      'Une seule bande de collet, trois millimètres d’épaisseur, la tranche polie à la main. Elle fonce au soleil et prend le pli du pantalon.',
      'A single strip of shoulder leather three millimetres thick, its edge polished by hand. It darkens in the sun and takes the bend of your trousers.',
    ],
    facts: [
      ['material', 'Cuir de vache, laiton', 'Cow leather, brass'],
      ['size', 'Largeur 3,5 cm', '3.5 cm wide'],
      ['care', 'Un peu de graisse à l’automne', 'A little grease in autumn'],
    ],
    options: [
      {
        ...sizes(),
        code: 'longueur',
        name: { fr: 'Longueur', en: 'Length' },
        values: ['85', '95', '105'].map((size) => ({
          code: size,
          name: { fr: `${size}\u00A0cm`, en: `${size}\u00A0cm` },
          swatch: null,
        })),
      },
    ],
    rows: [
      ['85', 6500, 8],
      ['95', 6500, 12],
      ['105', 6500, 2],
    ],
    alone: [
      'Ceinture de cuir fauve enroulée, boucle de laiton devant',
      'Tan leather belt rolled up, brass buckle in front',
    ],
    placed: ['La ceinture enroulée sur le comptoir', 'The belt rolled up on the counter'],
    popularity: 352,
    keywords: ['accessoire pantalon cuir', 'accessory trousers'],
  },
  {
    slug: 'moufles-a-cordon',
    sku: 'VE-MOUF',
    name: ['Moufles à cordon', 'Mittens on a string'],
    line: ['Jacquard, doublées de polaire', 'Fair Isle, fleece-lined'],
    text: [
      'Le cordon passe dans les manches : on les retire partout, on ne les perd nulle part. Motif de losanges, poignets longs, pouces à leur place.',
      'The string runs through your sleeves, so you can take them off anywhere and lose them nowhere. Diamond pattern, long cuffs, thumbs where thumbs go.',
    ],
    facts: [
      ['material', 'Laine, doublure de polaire', 'Wool, fleece lining'],
      ['care', 'À la main, eau froide', 'Hand wash, cold'],
      ['made', 'Tricotées en Lozère', 'Knitted in Lozère'],
    ],
    options: [
      {
        ...sizes('s', 'm'),
        values: [
          { code: 'enfant', name: { fr: 'Enfant', en: 'Child' }, swatch: null },
          { code: 'adulte', name: { fr: 'Adulte', en: 'Adult' }, swatch: null },
        ],
      },
    ],
    rows: [
      ['enfant', 2400, 15],
      ['adulte', 2900, 11],
    ],
    alone: [
      'Deux moufles marine à losanges, reliées par un cordon rouge',
      'Two navy mittens with diamonds, joined by a red cord',
    ],
    placed: ['Les moufles pendues à la patère par leur cordon', 'The mittens hanging from a peg by their cord'],
    popularity: 329,
    keywords: ['gants hiver neige', 'gloves winter snow'],
  },
  {
    slug: 'bonnet-a-pompon',
    sku: 'VE-BONN',
    name: ['Bonnet à pompon', 'Bobble hat'],
    line: ['Côtes épaisses, revers double', 'Chunky rib, double turn-up'],
    text: [
      'Le revers se règle selon la bise, le pompon se détache pour la lessive. Il a été essayé sur un bonhomme de neige, qui n’a pas voulu le rendre.',
      'Adjust the turn-up to the wind; the bobble comes off for washing. It was tested on a snowman, who would not give it back.',
    ],
    facts: [
      ['material', '70 % laine, 30 % alpaga', '70 % wool, 30 % alpaca'],
      ['size', 'Taille unique', 'One size'],
      ['care', 'À la main', 'Hand wash'],
    ],
    options: [
      colours([
        ['miel', 'Miel', 'Honey', '#d58a1f'],
        ['prune', 'Prune', 'Plum', '#6b3049'],
        ['sauge', 'Sauge', 'Sage', '#abb58e'],
      ]),
    ],
    rows: [
      ['miel', 3200, 22],
      ['prune', 3200, 13],
      ['sauge', 3200, 16],
    ],
    alone: ['Bonnet côtelé {v} à pompon crème', 'Ribbed hat in {v} with a cream bobble'],
    placed: ['Le bonnet miel sur le rebord de la fenêtre, l’hiver', 'The honey hat on a window sill in winter'],
    popularity: 493,
    keywords: ['chapeau hiver laine', 'beanie winter knit'],
  },
])
