import { option, shelf } from '../build.ts'

/** Grocery: food at 5.5 %; sweets and cider at 20 %. */
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
  {
    slug: 'chocolat-noir',
    sku: 'EP-CHOC',
    name: ['Chocolat noir 72 %', 'Dark chocolate 72 %'],
    line: ['Fèves entières, sucre brut, rien de plus', 'Whole beans, raw sugar, nothing more'],
    text: [
      'Torréfié par petites poignées et broyé trois jours sur la meule. D’abord le fruit rouge, ensuite la noix, et un silence qui dure.',
      'Roasted by the handful and ground for three days on stone. Red fruit first, walnut after, then a silence that lasts.',
    ],
    facts: [
      ['weight', '90 g', '90 g'],
      ['ingredients', 'Fèves de cacao, sucre de canne', 'Cocoa beans, cane sugar'],
      ['allergens', 'Traces de fruits à coque', 'May contain nuts'],
    ],
    rows: [['', 580, 63]],
    alone: [
      'Tablette de chocolat dans son étui prune, le papier argent déchiré sur six carrés',
      'Chocolate bar in a plum sleeve, foil torn back on six squares',
    ],
    placed: [
      'La tablette posée sur le bureau, à côté d’une tasse émaillée',
      'The bar on the desk next to an enamel mug',
    ],
    popularity: 893,
    keywords: ['cacao tablette gourmandise', 'cocoa bar treat'],
  },
  {
    slug: 'caramels-au-beurre-sale',
    vat: 'standard',
    sku: 'EP-CARA',
    name: ['Caramels au beurre salé', 'Salted butter caramels'],
    line: ['Tendres, coupés à la main', 'Soft, cut by hand'],
    text: [
      'Du beurre, de la crème, du sucre poussé jusqu’à la couleur du cuir. Ils collent un peu aux dents : c’est la preuve qu’ils sont bons.',
      'Butter, cream, and sugar taken to the colour of leather. They stick to the teeth a little, which is how you know they are right.',
    ],
    facts: [
      ['weight', '200 g', '200 g'],
      [
        'ingredients',
        'Sucre, crème, beurre salé (18 %), sirop de glucose',
        'Sugar, cream, salted butter (18 %), glucose syrup',
      ],
      ['allergens', 'Lait', 'Milk'],
    ],
    rows: [['', 760, 3]],
    alone: [
      'Sachet transparent de caramels blonds, fermé d’un ruban rouge',
      'Clear bag of golden caramels tied with a red ribbon',
    ],
    placed: ['Le sachet de caramels sur le comptoir de la boutique', 'The bag of caramels on the shop counter'],
    popularity: 768,
    keywords: ['bonbon friandise confiserie', 'sweets candy toffee'],
  },
  {
    slug: 'coquillettes',
    sku: 'EP-COQU',
    name: ['Coquillettes de blé ancien', 'Heritage wheat coquillettes'],
    line: ['Tréfilées au bronze, séchées lentement', 'Bronze-cut, slowly dried'],
    text: [
      'Des coquillettes un peu rugueuses, qui retiennent le beurre. Le blé est cultivé et moulu par la même famille ; cinq minutes dans l’eau, pas six.',
      'Slightly rough little elbows that hold on to the butter. The wheat is grown and milled by one family; five minutes in the water, not six.',
    ],
    facts: [
      ['weight', '500 g', '500 g'],
      ['origin', 'Lauragais, France', 'Lauragais, France'],
      ['allergens', 'Gluten', 'Gluten'],
    ],
    rows: [['', 390, 74]],
    alone: [
      'Paquet bleu nuit à fenêtre, plein de coquillettes, épi imprimé',
      'Navy packet with a window full of elbow pasta, wheat-ear print',
    ],
    placed: [
      'Le paquet de coquillettes sur l’étagère, à côté d’un paquet de lentilles',
      'The pasta on a shelf beside a bag of lentils',
    ],
    popularity: 611,
    keywords: ['pâtes enfant macaroni', 'pasta macaroni kids'],
  },
  {
    slug: 'lentilles-vertes',
    sku: 'EP-LENT',
    name: ['Lentilles vertes', 'Green lentils'],
    line: ['Petites, fermes, sans trempage', 'Small, firm, no soaking'],
    text: [
      'Elles poussent sur la lave, à mille mètres, et n’ont besoin que d’un oignon et d’un peu de patience. Vingt-cinq minutes à petit feu ; salez à la fin.',
      'They grow on lava at a thousand metres and ask for nothing but an onion and some patience. Twenty-five minutes over a low heat; salt at the end.',
    ],
    facts: [
      ['weight', '500 g', '500 g'],
      ['origin', 'Velay, France', 'Velay, France'],
      ['use', 'Un volume de lentilles, trois d’eau froide', 'One part lentils, three parts cold water'],
    ],
    rows: [['', 450, 46]],
    alone: [
      'Paquet vert bouteille à fenêtre, plein de petites lentilles vertes',
      'Bottle-green packet with a window of small green lentils',
    ],
    placed: [
      'Le paquet de lentilles sur la table, devant un bol de grès',
      'The lentils on the table in front of a stoneware bowl',
    ],
    popularity: 498,
    keywords: ['légumes secs protéines', 'pulses legumes'],
  },
  {
    slug: 'pain-d-epices',
    sku: 'EP-PAIN',
    name: ['Pain d’épices', 'Spice loaf'],
    line: ['Au miel et au seigle, mie serrée', 'Honey and rye, close crumb'],
    text: [
      'Une pâte mère reposée six semaines, du miel pour moitié, de l’anis et beaucoup de calme. Il se coupe fin et se garde longtemps, s’il reste quelque chose à garder.',
      'A mother dough rested for six weeks, half its weight in honey, aniseed and a great deal of calm. It slices thin and keeps well, if there is any left to keep.',
    ],
    facts: [
      ['weight', '400 g', '400 g'],
      ['ingredients', 'Miel (48 %), farine de seigle, anis, cannelle', 'Honey (48 %), rye flour, aniseed, cinnamon'],
      ['allergens', 'Gluten', 'Gluten'],
    ],
    rows: [['', 890, 19, 990]],
    alone: ['Pain d’épices brun, deux tranches coupées', 'Brown spice loaf with two slices cut'],
    placed: ['Le pain d’épices sur la nappe, un pot de miel à côté', 'The loaf on the tablecloth with a jar of honey'],
    popularity: 655,
    keywords: ['gâteau goûter noël', 'gingerbread cake christmas'],
  },
  {
    slug: 'cafe-du-comptoir',
    sku: 'EP-CAFE',
    name: ['Café du comptoir', 'Counter coffee'],
    line: ['Torréfié le mardi, notes de noisette', 'Roasted on Tuesdays, hazelnut notes'],
    text: [
      'Le café que l’on sert ici : rond, peu acide, aussi bon à la cafetière qu’au filtre. Le kilo n’existe qu’en grains, parce que le café moulu n’attend pas.',
      'The coffee we pour here: round, low in acidity, equally happy in a moka pot or a filter. The kilo comes as beans only, because ground coffee does not wait.',
    ],
    facts: [
      ['origin', 'Pérou et Éthiopie', 'Peru and Ethiopia'],
      ['made', 'Torréfaction lente, 19 minutes', 'Slow roast, 19 minutes'],
      ['keep', 'Dans son sac, bien fermé', 'In its bag, tightly rolled'],
    ],
    options: [
      option('mouture', 'Mouture', 'Grind', [
        ['grains', 'En grains', 'Whole beans'],
        ['filtre', 'Moulu filtre', 'Filter'],
        ['moka', 'Moulu cafetière italienne', 'Moka pot'],
      ]),
      option('poids', 'Poids', 'Weight', [
        ['250g', '250 g', '250 g'],
        ['1kg', '1 kg', '1 kg'],
      ]),
    ],
    rows: [
      ['grains 250g', 850, 44],
      ['grains 1kg', 2900, 12, 3200],
      ['filtre 250g', 850, 31],
      ['moka 250g', 850, 1],
    ],
    alone: [
      'Sac de café en kraft, fermé d’une barrette dorée, étiquette aux deux grains',
      'Kraft coffee bag with a golden tie and a two-bean label',
    ],
    placed: [
      'Le sac de café sur le rebord de la fenêtre, près d’une tasse',
      'The coffee on the window sill beside a mug',
    ],
    popularity: 934,
    keywords: ['expresso arabica torréfaction', 'espresso arabica roast'],
  },
  {
    slug: 'moutarde-a-l-ancienne',
    sku: 'EP-MOUT',
    name: ['Moutarde à l’ancienne', 'Wholegrain mustard'],
    line: ['En pot de grès, graines entières', 'Stoneware pot, whole seeds'],
    text: [
      'Les graines éclatent sous la dent avant de monter au nez. Le pot de grès, une fois vide, accueille les crayons, le sel ou trois marguerites.',
      'The seeds burst between your teeth before they climb up your nose. Once empty, the stoneware pot takes pencils, salt or three daisies.',
    ],
    facts: [
      ['weight', '250 g', '250 g'],
      ['origin', 'Graines de Bourgogne', 'Burgundy seed'],
      ['allergens', 'Moutarde, sulfites', 'Mustard, sulphites'],
    ],
    rows: [['', 640, 38]],
    alone: [
      'Pot de grès crème et brun, bouchon de liège cerclé de rouge',
      'Cream and brown stoneware pot, cork ringed with red',
    ],
    placed: [
      'Le pot de moutarde sur l’étagère, entre le sel et les sardines',
      'The mustard on a shelf between the salt and the sardines',
    ],
    popularity: 540,
    keywords: ['condiment sauce vinaigrette', 'condiment sauce dressing'],
  },
  {
    slug: 'cidre-brut',
    vat: 'standard',
    sku: 'EP-CIDR',
    name: ['Cidre brut fermier', 'Farmhouse dry cider'],
    line: ['Bouché, 75 cl, 5 % vol.', 'Corked, 75 cl, 5 % vol.'],
    text: [
      'Sept variétés de pommes, ramassées par terre comme il se doit, et une prise de mousse en bouteille. Sec, un peu tannique, il préfère les galettes aux discours.\n\nL’abus d’alcool est dangereux pour la santé. Vente interdite aux mineurs.',
      'Seven kinds of apple, picked up off the grass as they should be, and a second fermentation in the bottle. Dry and slightly tannic, it prefers buckwheat pancakes to speeches.\n\nAlcohol abuse is dangerous for your health. Not for sale to minors.',
    ],
    facts: [
      ['contents', '75 cl', '75 cl'],
      ['origin', 'Pays d’Auge, Normandie', 'Pays d’Auge, Normandy'],
      ['allergens', 'Sulfites', 'Sulphites'],
    ],
    rows: [['', 720, 24]],
    alone: [
      'Bouteille de cidre verte, coiffe dorée, étiquette à la pomme rouge',
      'Green cider bottle with a gold foil and a red apple label',
    ],
    placed: ['La bouteille de cidre sur la table, trois pommes autour', 'The cider on the table with three apples'],
    popularity: 577,
    keywords: ['pomme alcool boisson crêpe', 'apple drink alcohol'],
  },
])
