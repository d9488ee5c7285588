import { option, shelf } from '../build.ts'

/** Grocery: food at 5.5 %. */
export const epicerie = shelf('epicerie', 'reduced', [
  {
    slug: 'miel-de-lavande',
    sku: 'EP-MIEL',
    name: ['Miel de lavande', 'Lavender honey'],
    line: ['Crémeux, clair, récolté à 900 m', 'Creamy and pale, gathered at 900 m'],
    text: [
      'Les ruches passent juillet entre deux champs de lavande fine, puis redescendent au village. Le miel est extrait à froid, mis à reposer dix jours et brassé lentement jusqu’à devenir tendre comme du beurre.\n\nOn le mange à la cuillère, sur du pain grillé ou fondu dans un fromage de chèvre.',
      'The hives spend July between two fields of true lavender, then come back down to the village. The honey is spun cold, left to rest for ten days and stirred slowly until it spreads like butter.\n\nEat it from the spoon, on toast, or melted into a goat’s cheese.',
    ],
    facts: [
      ['origin', 'Drôme, France', 'Drôme, France'],
      ['ingredients', 'Miel de lavande, rien d’autre', 'Lavender honey, nothing else'],
      ['keep', 'À l’abri de la lumière, deux ans', 'Away from light, two years'],
    ],
    options: [
      option('poids', 'Poids', 'Weight', [
        ['250g', '250 g', '250 g'],
        ['500g', '500 g', '500 g'],
      ]),
    ],
    rows: [
      ['250g', 690, 34],
      ['500g', 1190, 21],
    ],
    alone: [
      'Pot de miel ambré à couvercle doré, étiquette au brin de lavande',
      'Jar of amber honey with a golden lid and a lavender label',
    ],
    placed: [
      'Le pot de miel sur une étagère, près d’un bouquet et d’un pain d’épices',
      'The honey on a shelf beside a few stems and a spice loaf',
    ],
    popularity: 912,
    keywords: ['abeille apiculture tartine', 'bee spread breakfast'],
  },
  {
    slug: 'huile-d-olive',
    sku: 'EP-HUILE',
    name: ['Huile d’olive du moulin', 'Mill olive oil'],
    line: ['Vierge extra, fruité vert', 'Extra virgin, green and peppery'],
    text: [
      'Des olives cueillies encore vertes, pressées dans la journée. L’huile sent l’artichaut et l’herbe coupée, pique un peu la gorge et n’aime pas attendre : on l’ouvre, on la finit.',
      'Olives picked while still green and pressed the same day. The oil smells of artichoke and cut grass, catches slightly in the throat and does not like to wait: open it, use it up.',
    ],
    facts: [
      ['origin', 'Alpilles, France', 'Alpilles, France'],
      ['made', 'Première pression à froid', 'First cold pressing'],
      ['keep', 'Au frais et dans le noir', 'Somewhere cool and dark'],
    ],
    options: [
      option('volume', 'Contenance', 'Volume', [
        ['25cl', '25 cl', '25 cl'],
        ['50cl', '50 cl', '50 cl'],
        ['75cl', '75 cl', '75 cl'],
      ]),
    ],
    rows: [
      ['25cl', 990, 18],
      ['50cl', 1690, 26],
      ['75cl', 2290, 2, 2490],
    ],
    alone: [
      'Bouteille de verre vert sombre, bouchon de liège, étiquette au rameau d’olivier',
      'Dark green bottle with a cork and an olive-branch label',
    ],
    placed: [
      'La bouteille d’huile sur une nappe à liteaux, deux citrons à côté',
      'The oil on a striped tablecloth with two lemons',
    ],
    popularity: 874,
    keywords: ['assaisonnement salade', 'dressing salad'],
  },
  {
    slug: 'sardines-au-citron',
    sku: 'EP-SARD',
    name: ['Sardines au citron', 'Sardines with lemon'],
    line: ['À l’huile d’olive, rangées à la main', 'In olive oil, packed by hand'],
    text: [
      'Des sardines de saison, étêtées et frites avant d’être couchées tête-bêche avec une rondelle de citron. Elles se bonifient : retournez la boîte deux fois par an et oubliez-la le reste du temps.',
      'Sardines caught in season, fried and then laid head to tail with a slice of lemon. They improve with age: turn the tin over twice a year and forget about it in between.',
    ],
    facts: [
      ['weight', '115 g, 4 à 5 poissons', '115 g, four or five fish'],
      ['origin', 'Pêche de Cornouaille, Bretagne', 'Landed in Cornouaille, Brittany'],
      ['allergens', 'Poisson', 'Fish'],
    ],
    rows: [['', 540, 88]],
    alone: [
      'Boîte de sardines bleu ardoise, trois poissons imprimés, anneau d’ouverture',
      'Slate-blue sardine tin printed with three fish, ring-pull lid',
    ],
    placed: [
      'La boîte de sardines sur le comptoir, un citron devant',
      'The sardine tin on the counter with a lemon in front',
    ],
    popularity: 801,
    keywords: ['conserve poisson apéritif boîte', 'tinned fish canned'],
  },
  {
    slug: 'confiture-du-verger',
    sku: 'EP-CONF',
    name: ['Confiture du verger', 'Orchard jam'],
    line: ['Cuite au chaudron, 62 % de fruits', 'Cooked in a copper pan, 62 % fruit'],
    text: [
      'Une seule bassine à la fois, des fruits mûrs et du sucre de canne. La confiture est prise juste ce qu’il faut : elle tient sur la tartine et tremble dans le pot.\n\nLe chapeau de vichy est cousu au village ; on peut le garder pour les confitures de l’an prochain.',
      'One pan at a time, ripe fruit and cane sugar. The set is just right: it stays on the toast and trembles in the jar.\n\nThe gingham cap is sewn in the village; keep it for next year’s jam.',
    ],
    facts: [
      ['weight', '340 g', '340 g'],
      ['ingredients', 'Fruits, sucre de canne, jus de citron', 'Fruit, cane sugar, lemon juice'],
      ['keep', 'Au frais après ouverture, un mois', 'In the fridge once opened, one month'],
    ],
    options: [
      option('parfum', 'Parfum', 'Flavour', [
        ['abricot', 'Abricot', 'Apricot', '#d58a1f'],
        ['fraise', 'Fraise', 'Strawberry', '#c93f2a'],
        ['prune', 'Quetsche', 'Damson', '#6b3049'],
      ]),
    ],
    rows: [
      ['abricot', 620, 41],
      ['fraise', 620, 37],
      ['prune', 620, 0],
    ],
    alone: ['Pot de confiture, parfum {v}, coiffé de vichy', 'Jam jar with a gingham cap, {v}'],
    placed: [
      'La confiture d’abricot sur la nappe du petit déjeuner, près d’un bol',
      'The apricot jam on the breakfast cloth, next to a bowl',
    ],
    popularity: 845,
    keywords: ['tartine petit-déjeuner fruits', 'jelly preserve breakfast'],
  },
  {
    slug: 'fleur-de-sel',
    sku: 'EP-SEL',
    name: ['Fleur de sel', 'Fleur de sel'],
    line: ['Cueillie au soir, séchée au vent', 'Raked at dusk, dried by the wind'],
    text: [
      'Les jours sans pluie, une croûte fine se forme à la surface des œillets ; on la cueille avant la nuit, sans toucher le fond. Elle craque sous la dent et se met toujours à la fin.',
      'On rainless days a thin crust forms on the salt pans; it is skimmed off before dark without touching the bottom. It crunches, and it always goes on last.',
    ],
    facts: [
      ['weight', '150 g', '150 g'],
      ['origin', 'Île de Ré, France', 'Île de Ré, France'],
      ['keep', 'Au sec, boîte fermée', 'Dry, with the lid on'],
    ],
    rows: [['', 790, 52]],
    alone: [
      'Boîte ronde bleu pâle à bouchon de liège, étiquette aux trois vagues',
      'Pale blue drum with a cork stopper and a label of three waves',
    ],
    placed: [
      'La boîte de sel sur l’étagère, devant une planche de hêtre',
      'The salt on a shelf in front of a chopping board',
    ],
    popularity: 688,
    keywords: ['assaisonnement cuisine gros sel', 'seasoning sea salt'],
  },
  {
    slug: 'the-du-matin',
    sku: 'EP-THE',
    name: ['Thé du matin', 'Morning tea'],
    line: ['Noir, rond, une pointe de bergamote', 'Black, round, a hint of bergamot'],
    text: [
      'Un mélange de feuilles entières qui supporte le lait comme l’oubli : trop infusé, il reste doux. La boîte de métal ferme bien et sert longtemps après la dernière cuillère.',
      'A whole-leaf blend that forgives both milk and absent-mindedness: left too long, it stays gentle. The tin closes tight and is useful long after the last spoonful.',
    ],
    facts: [
      ['weight', '100 g, environ 45 tasses', '100 g, about 45 cups'],
      ['contents', 'Thé noir, huile essentielle de bergamote', 'Black tea, bergamot oil'],
      ['use', '95 °C, quatre minutes', '95 °C, four minutes'],
    ],
    rows: [['', 1150, 29]],
    alone: [
      'Boîte à thé vert bouteille à dôme, filets dorés, étiquette à la feuille',
      'Domed bottle-green tea caddy with gold lines and a leaf label',
    ],
    placed: [
      'La boîte à thé sur la table, une théière derrière elle',
      'The caddy on the table with a teapot behind it',
    ],
    popularity: 702,
    keywords: ['infusion boisson chaude earl grey', 'loose leaf brew earl grey'],
  },
])
