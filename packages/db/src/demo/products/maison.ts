import { colours, option, shelf } from '../build.ts'

/** Home at 20 %; firewood and living plants at 10 %. */
export const maison = shelf('maison', 'standard', [
  {
    slug: 'bol-de-gres',
    sku: 'MA-BOL',
    name: ['Bol de grès', 'Stoneware bowl'],
    line: ['Tourné à la main, émail moucheté', 'Hand-thrown, speckled glaze'],
    text: [
      'Un bol pour le café, la soupe ou les clés. Le potier laisse le pied sans émail : on sent la terre sous les doigts, et chaque pièce s’assoit un peu à sa façon.',
      'A bowl for coffee, soup or keys. The potter leaves the foot unglazed, so you feel the clay, and each one sits slightly in its own way.',
    ],
    facts: [
      ['material', 'Grès de Puisaye', 'Puisaye stoneware'],
      ['size', '15 cm, 50 cl', '15 cm, 50 cl'],
      ['care', 'Lave-vaisselle et four', 'Dishwasher and oven safe'],
    ],
    options: [
      colours([
        ['celadon', 'Céladon', 'Celadon', '#abb58e'],
        ['ardoise', 'Ardoise', 'Slate', '#5a7480'],
        ['sable', 'Sable', 'Sand', '#ddcbab'],
      ]),
    ],
    rows: [
      ['celadon', 1900, 24],
      ['ardoise', 1900, 15],
      ['sable', 1900, 28],
    ],
    alone: ['Bol de grès moucheté {v}, pied de terre brute', 'Speckled stoneware bowl in {v} with a raw clay foot'],
    placed: [
      'Le bol céladon sur la table, trois abricots à côté',
      'The celadon bowl on the table beside some apricots',
    ],
    popularity: 815,
    keywords: ['vaisselle céramique poterie', 'ceramic pottery tableware'],
  },
  {
    slug: 'assiette-au-poisson',
    sku: 'MA-ASSI',
    name: ['Assiette au poisson', 'Fish plate'],
    line: ['Faïence, frise peinte au pinceau', 'Earthenware with a brushed border'],
    text: [
      'Un petit poisson bleu attend au fond, sous la purée. La frise est peinte à main levée, trente-deux coups de pinceau par assiette.',
      'A small blue fish waits at the bottom, under the mashed potato. The border is painted freehand, thirty-two brushstrokes to a plate.',
    ],
    facts: [
      ['material', 'Faïence émaillée', 'Glazed earthenware'],
      ['care', 'Lave-vaisselle, pas de micro-ondes', 'Dishwasher safe, not for microwaves'],
      ['made', 'Peinte à la main', 'Painted by hand'],
    ],
    options: [
      option('diametre', 'Diamètre', 'Diameter', [
        ['21cm', '21 cm', '21 cm'],
        ['27cm', '27 cm', '27 cm'],
      ]),
    ],
    rows: [
      ['21cm', 2200, 18],
      ['27cm', 2800, 12],
    ],
    alone: [
      'Assiette blanche à double frise bleue, un poisson bleu au centre',
      'White plate with a blue border and a blue fish in the middle',
    ],
    placed: ['L’assiette dressée sur l’étagère, un bol à côté', 'The plate propped on a shelf next to a bowl'],
    popularity: 623,
    keywords: ['vaisselle table plat', 'tableware dinner dish'],
  },
  {
    slug: 'tasse-emaillee',
    sku: 'MA-TASS',
    name: ['Tasse émaillée', 'Enamel mug'],
    line: ['Tôle d’acier, bord peint, 35 cl', 'Sheet steel, painted rim, 35 cl'],
    text: [
      'Elle va au jardin, au feu de camp et au bureau. Un éclat ne la tue pas, il lui donne un âge.',
      'It goes to the garden, the campfire and the office. A chip does not kill it; it gives it an age.',
    ],
    facts: [
      ['material', 'Acier émaillé', 'Enamelled steel'],
      ['size', '9 cm, 35 cl', '9 cm, 35 cl'],
      ['care', 'À la main, sans paille de fer', 'Wash by hand, no steel wool'],
    ],
    options: [
      colours([
        ['marine', 'Bord marine', 'Navy rim', '#2c3c5a'],
        ['vermillon', 'Bord vermillon', 'Vermilion rim', '#c93f2a'],
        ['sapin', 'Bord sapin', 'Fir green rim', '#2d5243'],
      ]),
    ],
    rows: [
      ['marine', 1400, 45],
      ['vermillon', 1400, 33],
      ['sapin', 1400, 1],
    ],
    alone: ['Tasse émaillée crème à anse, {v}', 'Cream enamel mug, {v}'],
    placed: ['La tasse au bord marine sur le rebord de la fenêtre', 'The navy-rimmed mug on a window sill'],
    popularity: 858,
    keywords: ['mug café camping vaisselle', 'cup coffee camping'],
  },
  {
    slug: 'theiere-ronde',
    sku: 'MA-THEI',
    name: ['Théière ronde', 'Round teapot'],
    line: ['Grès bleu, anse de rotin, 90 cl', 'Blue stoneware, cane handle, 90 cl'],
    text: [
      'Le bec verse droit et ne goutte pas : c’est la seule chose qu’on demande à une théière, et c’est la plus difficile. L’anse de rotin reste fraîche.',
      'The spout pours straight and does not drip: the only thing one asks of a teapot, and the hardest. The cane handle stays cool.',
    ],
    facts: [
      ['material', 'Grès, rotin', 'Stoneware, cane'],
      ['size', '90 cl, quatre tasses', '90 cl, four cups'],
      ['care', 'À la main', 'Wash by hand'],
    ],
    rows: [['', 5900, 7]],
    alone: ['Théière ronde bleu ardoise, anse de rotin', 'Round slate-blue teapot with a cane handle'],
    placed: ['La théière sur la nappe, une tasse émaillée à côté', 'The teapot on the tablecloth with an enamel mug'],
    popularity: 560,
    keywords: ['thé infusion service', 'tea brew pot'],
  },
  {
    slug: 'carafe',
    sku: 'MA-CARA',
    name: ['Carafe de bistrot', 'Bistro carafe'],
    line: ['Verre soufflé, un litre', 'Blown glass, one litre'],
    text: [
      'La taille juste pour une table de quatre, le col juste pour une main. Le verre garde quelques bulles : c’est le souffle de l’ouvrier.',
      'The right size for a table of four, the right neck for one hand. The glass keeps a few bubbles: the breath of the man who made it.',
    ],
    facts: [
      ['material', 'Verre soufflé bouche', 'Mouth-blown glass'],
      ['size', '26 cm, 1 l', '26 cm, 1 l'],
      ['care', 'Lave-vaisselle', 'Dishwasher safe'],
    ],
    rows: [['', 2600, 16, 2900]],
    alone: [
      'Carafe de verre à demi pleine, une rondelle de citron dans l’eau',
      'Glass carafe half full of water with a slice of lemon',
    ],
    placed: ['La carafe sur le rebord de la fenêtre, un citron à côté', 'The carafe on a window sill with a lemon'],
    popularity: 447,
    keywords: ['eau pichet verre', 'water jug pitcher'],
  },
  {
    slug: 'torchon-raye',
    sku: 'MA-TORC',
    name: ['Torchon à liteaux', 'Striped tea towel'],
    line: ['Métis lavé, avec son attache', 'Washed linen blend, with a loop'],
    text: [
      'Moitié lin, moitié coton : il boit tout de suite, là où les neufs repoussent l’eau. Les liteaux sont tissés, pas imprimés ; ils tiendront plus longtemps que vos casseroles.',
      'Half linen, half cotton: it drinks at once, where new towels push the water about. The stripes are woven, not printed, and will outlast your saucepans.',
    ],
    facts: [
      ['material', '50 % lin, 50 % coton', '50 % linen, 50 % cotton'],
      ['size', '50 × 75 cm', '50 × 75 cm'],
      ['care', 'Lavable à 60 °C', 'Wash at 60 °C'],
    ],
    options: [
      colours([
        ['rouge', 'Rouge', 'Red', '#c93f2a'],
        ['bleu', 'Bleu', 'Blue', '#2c3c5a'],
        ['miel', 'Miel', 'Honey', '#d58a1f'],
      ]),
    ],
    rows: [
      ['rouge', 1200, 50],
      ['bleu', 1200, 38],
      ['miel', 1200, 21],
    ],
    alone: ['Torchon crème à liteaux, {v}, suspendu', 'Cream tea towel with woven stripes, {v}'],
    placed: ['Le torchon rouge pendu à la patère de la cuisine', 'The red tea towel hanging from the kitchen rail'],
    popularity: 738,
    keywords: ['essuie-verre linge cuisine', 'dish towel kitchen linen'],
  },
  {
    slug: 'bougie-du-soir',
    sku: 'MA-BOUG',
    name: ['Bougie du soir', 'Evening candle'],
    line: ['Cire végétale, mèche de coton', 'Plant wax, cotton wick'],
    text: [
      'Un parfum tenu, qui ne dispute pas la place au dîner. Coupez la mèche à cinq millimètres avant de l’allumer et laissez fondre toute la surface la première fois.',
      'A restrained scent that does not argue with dinner. Trim the wick to five millimetres before lighting, and let the whole surface melt the first time.',
    ],
    facts: [
      ['weight', '180 g', '180 g'],
      ['burning', '40 heures', '40 hours'],
      ['material', 'Cire de colza, verre', 'Rapeseed wax, glass'],
    ],
    options: [
      option('parfum', 'Parfum', 'Scent', [
        ['figuier', 'Figuier', 'Fig tree', '#abb58e'],
        ['miel', 'Cire et miel', 'Beeswax and honey', '#e0b75c'],
        ['fumee', 'Feu de bois', 'Wood smoke', '#8f7a68'],
      ]),
    ],
    rows: [
      ['figuier', 2800, 20],
      ['miel', 2800, 17],
      ['fumee', 2800, 2, 3200],
    ],
    alone: ['Bougie allumée dans un verre, parfum {v}', 'Lit candle in a glass, {v}'],
    placed: ['La bougie au figuier allumée sur la table du soir', 'The fig candle burning on the table'],
    popularity: 779,
    keywords: ['parfum ambiance cadeau', 'scented gift home fragrance'],
  },
  {
    slug: 'lampe-de-lecture',
    sku: 'MA-LAMP',
    name: ['Lampe de lecture', 'Reading lamp'],
    line: ['Pied tourné, abat-jour plissé', 'Turned base, pleated shade'],
    text: [
      'Une lumière basse et chaude, à la bonne hauteur pour un fauteuil. Le pied est tourné dans le frêne puis laqué ; le fil est gainé de coton et long de deux mètres, parce que la prise est toujours trop loin.',
      'Low, warm light at the right height for an armchair. The base is turned from ash and lacquered; the flex is covered in cotton and two metres long, because the socket is always too far away.',
    ],
    facts: [
      ['material', 'Frêne laqué, coton plissé', 'Lacquered ash, pleated cotton'],
      ['size', '46 cm', '46 cm'],
      ['use', 'Ampoule E14, 40 W au plus, non fournie', 'E14 bulb, 40 W at most, not included'],
    ],
    options: [
      colours([
        ['bouteille', 'Vert bouteille', 'Bottle green', '#2d5243'],
        ['brique', 'Brique', 'Brick', '#8f3a2a'],
      ]),
    ],
    rows: [
      ['bouteille', 8900, 5],
      ['brique', 8900, 8],
    ],
    alone: ['Lampe à abat-jour plissé crème, pied {v}', 'Lamp with a pleated cream shade and a {v} base'],
    placed: ['La lampe allumée devant les livres', 'The lamp lit in front of the bookshelf'],
    popularity: 505,
    keywords: ['éclairage luminaire chevet', 'light bedside desk'],
  },
  {
    slug: 'panier-du-marche',
    sku: 'MA-PANI',
    name: ['Panier du marché', 'Market basket'],
    line: ['Osier entier, anse ronde', 'Whole willow, round handle'],
    text: [
      'Il tient debout, porte huit kilos et ne ballotte pas contre la jambe. L’osier est brut ; mouillez-le une fois par an, il redevient souple.',
      'It stands on its own, carries eight kilos and does not bump against your leg. The willow is untreated; wet it once a year and it turns supple again.',
    ],
    facts: [
      ['material', 'Osier brut de Thiérache', 'Untreated Thiérache willow'],
      ['size', '42 × 30 × 22 cm', '42 × 30 × 22 cm'],
      ['made', 'Tressé à la main', 'Woven by hand'],
    ],
    rows: [['', 4800, 11]],
    alone: ['Panier d’osier tressé à grande anse ronde', 'Woven willow basket with a tall round handle'],
    placed: ['Le panier sur le comptoir, deux pommes devant', 'The basket on the counter with two apples in front'],
    popularity: 592,
    keywords: ['corbeille courses vannerie', 'wicker shopping'],
  },
  {
    slug: 'planche-a-decouper',
    sku: 'MA-PLAN',
    name: ['Planche à découper', 'Chopping board'],
    line: ['Hêtre massif, huilée, à suspendre', 'Solid beech, oiled, made to hang'],
    text: [
      'Une seule pièce de hêtre, sans colle, percée pour son cordon. Passez-lui un peu d’huile quand elle a soif : elle le dit en pâlissant.',
      'A single piece of beech, no glue, drilled for its cord. Give it a little oil when it is thirsty; it tells you by turning pale.',
    ],
    facts: [
      ['material', 'Hêtre du Jura', 'Jura beech'],
      ['care', 'Eau tiède, huile de lin', 'Warm water, linseed oil'],
      ['made', 'D’une pièce', 'In one piece'],
    ],
    options: [
      option('format', 'Format', 'Size', [
        ['petite', 'Petite, 20 × 34 cm', 'Small, 20 × 34 cm'],
        ['grande', 'Grande, 28 × 46 cm', 'Large, 28 × 46 cm'],
      ]),
    ],
    rows: [
      ['petite', 2400, 26],
      ['grande', 3900, 13],
    ],
    alone: [
      'Planche de hêtre à poignée percée, cordon de lin',
      'Beech chopping board with a drilled handle and a linen cord',
    ],
    placed: ['La planche appuyée au mur carrelé, un citron devant', 'The board against the tiles with a lemon'],
    popularity: 646,
    keywords: ['cuisine bois pain', 'cutting kitchen wood bread'],
  },
  {
    slug: 'couteau-d-office',
    sku: 'MA-COUT',
    name: ['Couteau d’office', 'Paring knife'],
    line: ['Carbone, manche de noyer, 10 cm', 'Carbon steel, walnut handle, 10 cm'],
    text: [
      'Celui qu’on prend sans y penser, cent fois par jour. La lame de carbone noircit à l’usage et s’affûte d’un geste.',
      'The one you reach for without thinking, a hundred times a day. The carbon blade darkens with use and sharpens in a stroke.',
    ],
    facts: [
      ['material', 'Acier au carbone, noyer, laiton', 'Carbon steel, walnut, brass'],
      ['size', 'Lame 10 cm', '10 cm blade'],
      ['care', 'Essuyer aussitôt, jamais de machine', 'Wipe at once, never in the machine'],
    ],
    rows: [['', 3200, 0]],
    alone: [
      'Petit couteau à lame claire, manche de noyer à trois rivets',
      'Small knife with a bright blade and a walnut handle, three rivets',
    ],
    placed: ['Le couteau posé sur une planche de hêtre', 'The knife lying on a beech board'],
    popularity: 483,
    keywords: ['cuisine lame éplucher', 'kitchen blade peel'],
  },
  {
    slug: 'pelle-et-balayette',
    sku: 'MA-PELL',
    name: ['Pelle et balayette', 'Dustpan and brush'],
    line: ['Tôle laquée, soies naturelles', 'Lacquered steel, natural bristle'],
    text: [
      'La pelle colle au sol, la balayette s’accroche dans la pelle, et l’ensemble au clou derrière la porte. Les miettes n’ont aucune chance.',
      'The pan sits flush with the floor, the brush hangs in the pan, and both hang behind the door. Crumbs stand no chance.',
    ],
    facts: [
      ['material', 'Acier laqué, hêtre, crin', 'Lacquered steel, beech, horsehair'],
      ['size', '24 × 36 cm', '24 × 36 cm'],
      ['care', 'Secouer dehors', 'Shake outside'],
    ],
    rows: [['', 2750, 19]],
    alone: ['Balayette de bois accrochée dans une pelle rouge', 'Wooden hand brush hung in a red dustpan'],
    placed: ['La pelle et sa balayette pendues à la patère', 'The dustpan and brush hanging from the peg rail'],
    popularity: 276,
    keywords: ['ménage balai nettoyage', 'cleaning sweep broom'],
  },
  {
    slug: 'fagot-d-allumage',
    vat: 'intermediate',
    sku: 'MA-FAGO',
    name: ['Fagot d’allumage', 'Kindling bundle'],
    line: ['Pin sec fendu, lié de ficelle', 'Split dry pine, tied with string'],
    text: [
      'Des bûchettes séchées un été sous abri, fendues à la main. Une poignée, une feuille de journal, une allumette : le feu prend du premier coup.',
      'Sticks dried under cover for a summer and split by hand. A handful, a sheet of newspaper, one match: the fire catches first time.',
    ],
    facts: [
      ['weight', '3 kg', '3 kg'],
      ['origin', 'Forêt des Landes', 'Landes forest'],
      ['keep', 'Au sec', 'Keep dry'],
    ],
    rows: [['', 950, 42]],
    alone: ['Fagot de bûchettes fendues, lié de ficelle rouge', 'Bundle of split sticks tied with red string'],
    placed: ['Le fagot au pied du mur de brique de la cheminée', 'The kindling on the hearth'],
    popularity: 264,
    keywords: ['bois de chauffage cheminée poêle feu', 'firewood fireplace stove'],
  },
  {
    slug: 'jacinthe-en-pot',
    vat: 'intermediate',
    sku: 'MA-JACI',
    name: ['Jacinthe en pot', 'Potted hyacinth'],
    line: ['Un bulbe forcé, prêt à fleurir', 'One forced bulb, ready to flower'],
    text: [
      'Elle arrive en bouton et s’ouvre en une semaine près de la fenêtre. Après la fleur, plantez le bulbe au jardin : il reviendra sans qu’on lui demande.',
      'It arrives in bud and opens within a week by the window. When the flower is over, plant the bulb in the garden; it will come back without being asked.',
    ],
    facts: [
      ['size', 'Pot de 9 cm', '9 cm pot'],
      ['care', 'Un peu d’eau, jamais sur le bulbe', 'A little water, never on the bulb'],
      ['origin', 'Serres d’Anjou', 'Anjou nursery'],
    ],
    options: [
      colours([
        ['lilas', 'Lilas', 'Lilac', '#9489b4'],
        ['rose', 'Rose', 'Pink', '#dd9c8c'],
        ['blanc', 'Blanc', 'White', '#f3e7d0'],
      ]),
    ],
    rows: [
      ['lilas', 690, 14],
      ['rose', 690, 10],
      ['blanc', 690, 3],
    ],
    alone: ['Jacinthe {v} en fleur dans son pot de terre', 'Hyacinth in flower in a clay pot, {v}'],
    placed: ['La jacinthe lilas sur le rebord de la fenêtre', 'The lilac hyacinth on a window sill'],
    popularity: 361,
    keywords: ['plante fleur bulbe printemps', 'plant flower bulb spring'],
  },
])
