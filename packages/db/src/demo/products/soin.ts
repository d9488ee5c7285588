import { colours, option, shelf } from '../build.ts'

/** Care, all at 20 %. */
export const soin = shelf('soin', 'standard', [
  {
    slug: 'cube-de-savon',
    sku: 'SO-CUBE',
    name: ['Cube de savon', 'Soap cube'],
    line: ['72 % d’huile, cuit au chaudron', '72 % oil, boiled in the kettle'],
    text: [
      'Cuit dix jours, coulé, coupé, estampillé sur ses six faces. Il lave les mains, les cols, les parquets et les chiens, et ne sent que le propre.',
      'Boiled for ten days, poured, cut and stamped on all six faces. It washes hands, collars, floors and dogs, and smells only of clean.',
    ],
    facts: [
      ['material', 'Huiles d’olive et de coprah', 'Olive and coconut oils'],
      ['made', 'Provence', 'Provence'],
      ['use', 'Peau, linge, maison', 'Skin, laundry, house'],
    ],
    options: [
      option('huile', 'Huile', 'Oil', [
        ['olive', 'Olive', 'Olive', '#76803c'],
        ['coprah', 'Coprah', 'Coconut', '#f3e7d0'],
      ]),
      option('poids', 'Poids', 'Weight', [
        ['300g', '300 g', '300 g'],
        ['600g', '600 g', '600 g'],
      ]),
    ],
    rows: [
      ['olive 300g', 590, 60],
      ['olive 600g', 990, 34],
      ['coprah 300g', 590, 41],
    ],
    alone: ['Cube de savon estampillé, {v}', 'Stamped soap cube, {v}'],
    placed: ['Le cube de savon à l’olive sur le bord du lavabo', 'The olive soap cube on the washstand'],
    popularity: 866,
    keywords: ['marseille lessive mains', 'marseille laundry hands'],
  },
  {
    slug: 'savon-parfume',
    sku: 'SO-SAVO',
    name: ['Savon parfumé', 'Scented soap'],
    line: ['Broyé trois fois, au beurre de karité', 'Triple-milled, with shea butter'],
    text: [
      'Broyé trois fois entre les meules, il devient lisse comme un galet et fond lentement. Le parfum reste sur la peau le temps d’un café.',
      'Milled three times between rollers until it is smooth as a pebble and slow to melt. The scent stays on the skin for the length of a coffee.',
    ],
    facts: [
      ['weight', '150 g', '150 g'],
      ['ingredients', 'Base végétale, karité, huiles essentielles', 'Plant base, shea, essential oils'],
      ['made', 'Grasse', 'Grasse'],
    ],
    options: [
      option('parfum', 'Parfum', 'Scent', [
        ['rose', 'Rose', 'Rose', '#dd9c8c'],
        ['verveine', 'Verveine', 'Verbena', '#abb58e'],
        ['lavande', 'Lavande', 'Lavender', '#9489b4'],
      ]),
    ],
    rows: [
      ['rose', 780, 29],
      ['verveine', 780, 35],
      ['lavande', 780, 3],
    ],
    alone: ['Savon ovale gravé, parfum {v}', 'Oval engraved soap, {v}'],
    placed: [
      'Le savon à la rose au bord du lavabo, un petit bouquet à côté',
      'The rose soap on the washstand beside a small vase',
    ],
    popularity: 733,
    keywords: ['toilette bain pain', 'bath bar wash'],
  },
  {
    slug: 'creme-pour-les-mains',
    sku: 'SO-CREM',
    name: ['Crème pour les mains', 'Hand cream'],
    line: ['Tube d’aluminium, 75 ml', 'Aluminium tube, 75 ml'],
    text: [
      'Une noisette, on frotte, on reprend son livre : elle ne tache pas les pages. Pour les mains qui jardinent, qui lavent, qui portent des cartons.',
      'A dab, a rub, and back to your book: it does not mark the pages. For hands that garden, wash up and carry boxes.',
    ],
    facts: [
      ['contents', '75 ml', '75 ml'],
      ['ingredients', 'Karité, amande douce, cire d’abeille', 'Shea, sweet almond, beeswax'],
      ['use', 'Aussi souvent que nécessaire', 'As often as you need'],
    ],
    options: [
      option('parfum', 'Parfum', 'Scent', [
        ['tilleul', 'Tilleul', 'Linden', '#abb58e'],
        ['amande', 'Amande', 'Almond', '#e9cfae'],
        ['sans', 'Sans parfum', 'Unscented', '#a5c0c9'],
      ]),
    ],
    rows: [
      ['tilleul', 1250, 30],
      ['amande', 1250, 26],
      ['sans', 1250, 14],
    ],
    alone: ['Tube de crème debout sur son bouchon, {v}', 'Tube of hand cream standing on its cap, {v}'],
    placed: ['Le tube de crème sur le rebord de la fenêtre', 'The hand cream on a window sill'],
    popularity: 759,
    keywords: ['hydratant peau hiver', 'moisturiser skin lotion'],
  },
  {
    slug: 'huile-pour-le-visage',
    sku: 'SO-HUIL',
    name: ['Huile pour le visage', 'Face oil'],
    line: ['Pépins de prune, flacon pipette', 'Plum kernel, dropper bottle'],
    text: [
      'Pressée à partir de noyaux que l’on jetait. Trois gouttes le soir, une odeur d’amande, une peau qui ne tire plus.',
      'Pressed from kernels that used to be thrown away. Three drops at night, a smell of almonds, and skin that no longer feels tight.',
    ],
    facts: [
      ['contents', '30 ml', '30 ml'],
      ['ingredients', 'Huile de pépins de prune d’ente', 'Ente plum kernel oil'],
      ['keep', 'Six mois après ouverture', 'Six months once opened'],
    ],
    rows: [['', 2400, 17]],
    alone: ['Flacon brun à pipette, étiquette à la goutte', 'Brown dropper bottle with a drop on the label'],
    placed: [
      'Le flacon sur la tablette, deux prunes à côté, devant un miroir rond',
      'The dropper bottle on a ledge with two plums, under a round mirror',
    ],
    popularity: 601,
    keywords: ['sérum soin peau', 'serum skincare'],
  },
  {
    slug: 'eau-de-cologne',
    sku: 'SO-COLO',
    name: ['Eau de Cologne', 'Eau de Cologne'],
    line: ['Citron, romarin, linge au soleil', 'Lemon, rosemary, laundry in the sun'],
    text: [
      'Une eau gaie qui ne dure pas, et c’est sa politesse. On s’en frictionne la nuque en été et l’on recommence à midi.',
      'A cheerful water that does not last, which is its good manners. Rub it on the back of your neck in summer and begin again at noon.',
    ],
    facts: [
      ['ingredients', 'Alcool de blé, huiles essentielles', 'Wheat alcohol, essential oils'],
      ['made', 'Grasse', 'Grasse'],
      ['keep', 'À l’abri du soleil', 'Out of the sun'],
    ],
    options: [
      option('volume', 'Contenance', 'Volume', [
        ['100ml', '100 ml', '100 ml'],
        ['250ml', '250 ml', '250 ml'],
      ]),
    ],
    rows: [
      ['100ml', 3200, 15],
      ['250ml', 5600, 7, 6200],
    ],
    alone: [
      'Flacon carré d’eau dorée, bouchon de verre, étiquette au soleil',
      'Square bottle of golden water with a glass stopper and a sun label',
    ],
    placed: ['Le flacon sur le rebord de la fenêtre, un citron à côté', 'The cologne on a window sill with a lemon'],
    popularity: 528,
    keywords: ['parfum fraîche agrumes', 'perfume citrus fragrance'],
  },
  {
    slug: 'baume-du-jardinier',
    sku: 'SO-BAUM',
    name: ['Baume du jardinier', 'Gardener’s balm'],
    line: ['Cire, calendula, boîte de métal', 'Beeswax, calendula, metal tin'],
    text: [
      'Pour les gerçures, les ongles, les lèvres et les coudes qui s’appuient. La boîte se visse, tient dans une poche et survit à la pluie.',
      'For chapped skin, nails, lips and elbows that lean. The tin screws shut, fits a pocket and survives the rain.',
    ],
    facts: [
      ['weight', '60 g', '60 g'],
      ['ingredients', 'Cire d’abeille, macérat de calendula', 'Beeswax, calendula oil'],
      ['use', 'Peaux sèches', 'Dry skin'],
    ],
    rows: [['', 1450, 22]],
    alone: [
      'Boîte ronde ouverte : baume doré devant, couvercle brique à fleur derrière',
      'Open round tin, golden balm in front, brick lid with a flower behind',
    ],
    placed: ['Le baume sur le comptoir, ouvert', 'The open balm on the counter'],
    popularity: 479,
    keywords: ['crème réparateur lèvres gerçures', 'salve lips chapped'],
  },
  {
    slug: 'brosse-a-cheveux',
    sku: 'SO-BROS',
    name: ['Brosse à cheveux', 'Hairbrush'],
    line: ['Poirier, picots d’érable', 'Pear wood, maple pins'],
    text: [
      'Des picots de bois, ronds au bout, qui démêlent sans électricité. Le coussin est de caoutchouc naturel : il respire par un petit trou, ne le bouchez pas.',
      'Wooden pins with rounded tips that untangle without static. The cushion is natural rubber and breathes through a small hole: do not block it.',
    ],
    facts: [
      ['material', 'Poirier, érable, caoutchouc', 'Pear wood, maple, rubber'],
      ['size', '22 cm', '22 cm'],
      ['care', 'Peigner la brosse, essuyer', 'Comb the brush, wipe'],
    ],
    rows: [['', 2650, 18]],
    alone: [
      'Brosse ovale de bois, picots clairs sur coussin rouge',
      'Oval wooden brush with pale pins on a red cushion',
    ],
    placed: ['La brosse accrochée au mur de la salle de bains', 'The hairbrush hanging from the bathroom rail'],
    popularity: 454,
    keywords: ['coiffure démêler', 'hair detangle'],
  },
  {
    slug: 'blaireau',
    sku: 'SO-BLAI',
    name: ['Blaireau à barbe', 'Shaving brush'],
    line: ['Fibres souples, manche tourné', 'Soft fibres, turned handle'],
    text: [
      'Une fibre fine qui imite le poil, sans le blaireau, qui préfère rester dans son terrier. Il monte une mousse serrée en une minute et sèche la tête en bas.',
      'A fine fibre that does the badger’s work while the badger stays at home. It raises a close lather in a minute and dries upside down.',
    ],
    facts: [
      ['material', 'Fibre synthétique, hêtre laqué', 'Synthetic fibre, lacquered beech'],
      ['size', '11 cm', '11 cm'],
      ['care', 'Rincer, suspendre', 'Rinse and hang'],
    ],
    rows: [['', 3600, 10]],
    alone: [
      'Blaireau à manche noir, bague dorée, poils fauves',
      'Shaving brush with a black handle, gold ring and tawny hair',
    ],
    placed: [
      'Le blaireau et un savon sur la tablette, devant un miroir rond',
      'The shaving brush and a soap on a ledge under a round mirror',
    ],
    popularity: 333,
    keywords: ['rasage barbe mousse', 'shave beard lather'],
  },
  {
    slug: 'peigne-de-poche',
    sku: 'SO-PEIG',
    name: ['Peigne de poche', 'Pocket comb'],
    line: ['Acétate scié, dents polies', 'Saw-cut acetate, polished teeth'],
    text: [
      'Chaque dent est sciée puis polie : pas de couture de moule, donc pas de cheveux arrachés. Dents larges d’un côté, fines de l’autre.',
      'Each tooth is sawn and then polished: no mould seams, so no snagging. Wide teeth at one end, fine at the other.',
    ],
    facts: [
      ['material', 'Acétate de coton', 'Cotton acetate'],
      ['size', '13 cm', '13 cm'],
      ['made', 'Oyonnax', 'Oyonnax'],
    ],
    options: [
      colours([
        ['ecaille', 'Écaille', 'Tortoiseshell', '#96501c'],
        ['foret', 'Forêt', 'Forest', '#2d5243'],
        ['miel', 'Miel', 'Honey', '#d58a1f'],
      ]),
    ],
    rows: [
      ['ecaille', 1350, 25],
      ['foret', 1350, 12],
      ['miel', 1350, 0],
    ],
    alone: ['Peigne d’acétate {v}, dents larges et dents fines', 'Acetate comb in {v} with wide and fine teeth'],
    placed: ['Le peigne accroché au carrelage de la salle de bains', 'The comb against bathroom tiles'],
    popularity: 310,
    keywords: ['cheveux coiffure barbe', 'hair beard grooming'],
  },
  {
    slug: 'brosses-a-dents',
    sku: 'SO-DENT',
    name: ['Brosses à dents, la paire', 'Toothbrushes, a pair'],
    line: ['Hêtre, bagues de couleur', 'Beech, coloured bands'],
    text: [
      'Deux brosses, deux couleurs de bague, plus de disputes. Le manche de hêtre va au compost, une fois les soies retirées à la pince.',
      'Two brushes, two coloured bands, no more quarrels. The beech handle goes on the compost once you pull the bristles with pliers.',
    ],
    facts: [
      ['material', 'Hêtre, nylon biosourcé', 'Beech, plant-based nylon'],
      ['contents', '2 brosses, souples', '2 brushes, soft'],
      ['care', 'Sécher debout', 'Dry upright'],
    ],
    rows: [['', 890, 49]],
    alone: [
      'Deux brosses à dents de bois dans un verre, bagues rouge et bleue',
      'Two wooden toothbrushes in a glass, red and blue bands',
    ],
    placed: [
      'Les brosses à dents dans leur verre, devant le carrelage',
      'The toothbrushes in their glass against the tiles',
    ],
    popularity: 571,
    keywords: ['hygiène bambou bois', 'dental hygiene wooden'],
  },
  {
    slug: 'gant-de-toilette',
    sku: 'SO-GANT',
    name: ['Gant de toilette', 'Washing mitt'],
    line: ['Éponge épaisse, avec attache', 'Thick terry, with a loop'],
    text: [
      'Le gant à la française, celui que les visiteurs ne savent pas enfiler. Bouclettes longues, bord biaisé, une attache pour le faire sécher.',
      'The French mitt that visitors never know how to wear. Long loops, a bound edge and a tab to hang it by.',
    ],
    facts: [
      ['material', 'Coton biologique 500 g', 'Organic cotton, 500 g'],
      ['size', '16 × 22 cm', '16 × 22 cm'],
      ['care', 'Lavable à 60 °C', 'Wash at 60 °C'],
    ],
    options: [
      colours([
        ['sauge', 'Sauge', 'Sage', '#abb58e'],
        ['rose', 'Rose thé', 'Tea rose', '#dd9c8c'],
        ['ciel', 'Ciel', 'Sky', '#a5c0c9'],
      ]),
    ],
    rows: [
      ['sauge', 650, 40],
      ['rose', 650, 32],
      ['ciel', 650, 37],
    ],
    alone: [
      'Gant de toilette {v} à liseré clair, ouvert en haut, avec son attache',
      'Washing mitt in {v} with a pale band, open at the top, with its loop',
    ],
    placed: ['Le gant sauge pendu à la patère de la salle de bains', 'The sage mitt on the bathroom peg rail'],
    popularity: 412,
    keywords: ['bain éponge serviette', 'bath flannel washcloth'],
  },
  {
    slug: 'eponge-de-mer',
    sku: 'SO-EPON',
    name: ['Éponge de mer', 'Sea sponge'],
    line: ['Cueillie à la main, lavée au sel', 'Harvested by hand, washed in salt'],
    text: [
      'Légère comme une meringue quand elle est sèche, énorme quand elle a bu. Elle dure un an si on la rince bien, et repousse là où on l’a coupée.',
      'Light as a meringue when dry, enormous once it has drunk. It lasts a year if well rinsed, and grows back where it was cut.',
    ],
    facts: [
      ['material', 'Éponge naturelle', 'Natural sponge'],
      ['size', '13 cm environ', 'About 13 cm'],
      ['care', 'Rincer, essorer, laisser sécher', 'Rinse, squeeze, let dry'],
    ],
    rows: [['', 1680, 14, 1900]],
    alone: ['Éponge naturelle blonde, pleine de trous', 'Pale natural sponge, full of holes'],
    placed: ['L’éponge et un savon rose devant le carrelage', 'The sponge and a pink soap against the tiles'],
    popularity: 287,
    keywords: ['bain douche naturelle', 'bath shower natural'],
  },
  {
    slug: 'shampoing-solide',
    sku: 'SO-SHAM',
    name: ['Shampoing solide', 'Solid shampoo'],
    line: ['Ortie et argile, deux mois de douches', 'Nettle and clay, two months of showers'],
    text: [
      'Un palet qui mousse vraiment, sans flacon et sans promesse. Posez-le sur sa claie de hêtre pour qu’il sèche entre deux.',
      'A puck that really lathers, with no bottle and no promises. Leave it on its beech rack to dry in between.',
    ],
    facts: [
      ['weight', '85 g', '85 g'],
      ['ingredients', 'Tensioactif de coco, ortie, argile verte', 'Coconut surfactant, nettle, green clay'],
      ['contents', 'Le palet et sa claie de hêtre', 'The puck and its beech rack'],
    ],
    rows: [['', 1190, 33]],
    alone: [
      'Palet de shampoing vert marqué « ortie » sur une claie de bois',
      'Green shampoo puck marked ortie on a wooden rack',
    ],
    placed: ['Le shampoing sur sa claie, devant le carrelage', 'The shampoo on its rack against the tiles'],
    popularity: 637,
    keywords: ['cheveux douche zéro déchet', 'hair shower bar zero waste'],
  },
  {
    slug: 'sels-de-bain',
    sku: 'SO-SELS',
    name: ['Sels de bain', 'Bath salts'],
    line: ['Gros sel, lavande, eucalyptus', 'Coarse salt, lavender, eucalyptus'],
    text: [
      'Deux poignées sous le robinet, la porte fermée, le téléphone ailleurs. Le sel vient des mêmes marais que celui de la cuisine, les huiles non.',
      'Two handfuls under the tap, the door shut, the telephone elsewhere. The salt comes from the same marshes as the kitchen’s; the oils do not.',
    ],
    facts: [
      ['weight', '450 g', '450 g'],
      ['ingredients', 'Sel marin, huiles essentielles', 'Sea salt, essential oils'],
      ['use', 'Deux poignées par bain', 'Two handfuls a bath'],
    ],
    rows: [['', 1580, 20]],
    alone: [
      'Bocal de sels mauves à bouchon de liège, étiquette au brin de lavande',
      'Jar of mauve salts with a cork and a lavender label',
    ],
    placed: [
      'Les sels de bain et une éponge sur la tablette, devant un miroir rond',
      'The bath salts and a sponge on a ledge under a round mirror',
    ],
    popularity: 392,
    keywords: ['détente baignoire relaxation', 'relax tub soak'],
  },
])
