import { option, shelf } from '../build.ts'

/** The back of the grocery: food at 5.5 %, sweets and cider at 20 %. */
export const reserve = shelf('epicerie', 'reduced', [
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
