import { colours, option, shelf } from '../build.ts'

/** Stationery, all at 20 %. */
export const papeterie = shelf('papeterie', 'standard', [
  {
    slug: 'carnet-toile',
    sku: 'PA-CARN',
    name: ['Carnet toilé', 'Cloth-bound notebook'],
    line: ['Cousu, s’ouvre à plat, 160 pages', 'Sewn, opens flat, 160 pages'],
    text: [
      'Une toile de coton tendue sur carton, un élastique, un signet. Le dos cousu laisse le carnet s’ouvrir à plat et rester ouvert tout seul, ce qui change tout quand on écrit debout.\n\nLe papier ivoire accepte la plume sans boire l’encre.',
      'Cotton cloth over board, an elastic band, a ribbon. The sewn spine lets it lie flat and stay open by itself, which matters when you write standing up.\n\nThe ivory paper takes a fountain pen without drinking the ink.',
    ],
    facts: [
      ['paper', 'Ivoire 90 g, sans bois', 'Ivory, 90 g, wood-free'],
      ['pages', '160, numérotées', '160, numbered'],
      ['made', 'Relié dans le Vercors', 'Bound in the Vercors'],
    ],
    options: [
      colours([
        ['nuit', 'Bleu nuit', 'Midnight blue', '#2c3c5a'],
        ['vermillon', 'Vermillon', 'Vermilion', '#c93f2a'],
        ['mousse', 'Mousse', 'Moss', '#76803c'],
      ]),
      option('format', 'Format', 'Format', [
        ['a6', 'A6, de poche', 'A6, pocket'],
        ['a5', 'A5, de bureau', 'A5, desk'],
      ]),
    ],
    rows: [
      ['nuit a6', 1290, 22],
      ['nuit a5', 1690, 31],
      ['vermillon a6', 1290, 17],
      ['vermillon a5', 1690, 2],
      ['mousse a5', 1690, 14],
    ],
    alone: ['Carnet toilé {v} à élastique, étiquette crème', 'Cloth notebook in {v} with an elastic and a cream label'],
    placed: [
      'Le carnet bleu nuit debout sur le bureau, près d’un encrier',
      'The midnight blue notebook on the desk beside an ink bottle',
    ],
    popularity: 921,
    keywords: ['journal bullet cahier écrire', 'journal diary bullet writing'],
  },
  {
    slug: 'cahier-marbre',
    sku: 'PA-CAHI',
    name: ['Cahier marbré', 'Marbled exercise book'],
    line: ['Couverture peinte, dos de toile noire', 'Painted cover, black cloth spine'],
    text: [
      'Le cahier des bonnes résolutions : 96 pages, deux agrafes, une étiquette pour le nom. Chaque couverture est tirée d’une grande feuille marbrée à la cuve ; il n’y en a pas deux pareilles.',
      'The book of good intentions: 96 pages, two staples, a label for your name. Every cover is cut from a large sheet marbled by hand, so no two are the same.',
    ],
    facts: [
      ['size', '17 × 22 cm', '17 × 22 cm'],
      ['pages', '96', '96'],
      ['paper', 'Vélin blanc 90 g', 'White vellum, 90 g'],
    ],
    options: [
      option('reglure', 'Réglure', 'Ruling', [
        ['ligne', 'Ligné', 'Lined'],
        ['carreaux', 'Petits carreaux', 'Squared'],
      ]),
    ],
    rows: [
      ['ligne', 690, 48],
      ['carreaux', 690, 36],
    ],
    alone: [
      'Cahier à couverture marbrée verte, dos noir, étiquette blanche',
      'Green marbled exercise book with a black spine and white label',
    ],
    placed: [
      'Le cahier sur le bureau, devant un pot de crayons',
      'The exercise book on the desk in front of some pencils',
    ],
    popularity: 634,
    keywords: ['école rentrée', 'school copybook'],
  },
  {
    slug: 'stylo-plume',
    sku: 'PA-PLUM',
    name: ['Stylo-plume de tous les jours', 'Everyday fountain pen'],
    line: ['Laque, bague laiton, plume acier', 'Lacquer, brass ring, steel nib'],
    text: [
      'Assez beau pour signer, assez simple pour la liste des courses. La plume glisse dès le premier jour et le capuchon se visse, pour que la poche de chemise reste propre.',
      'Handsome enough to sign with, plain enough for the shopping list. The nib runs smoothly from the first day and the cap screws on, so shirt pockets stay clean.',
    ],
    facts: [
      ['material', 'Laiton laqué, plume acier', 'Lacquered brass, steel nib'],
      ['size', '13,5 cm fermé', '13.5 cm closed'],
      ['contents', 'Un convertisseur, deux cartouches', 'One converter, two cartridges'],
    ],
    options: [
      colours([
        ['vermillon', 'Vermillon', 'Vermilion', '#c93f2a'],
        ['bouteille', 'Vert bouteille', 'Bottle green', '#2d5243'],
        ['encre', 'Noir d’encre', 'Ink black', '#2b221c'],
      ]),
      option('plume', 'Plume', 'Nib', [
        ['fine', 'Fine', 'Fine'],
        ['moyenne', 'Moyenne', 'Medium'],
      ]),
    ],
    rows: [
      ['vermillon fine', 4900, 11],
      ['vermillon moyenne', 4900, 9],
      ['bouteille fine', 4900, 6],
      ['bouteille moyenne', 4900, 0],
      ['encre fine', 4900, 13],
      ['encre moyenne', 4900, 8],
    ],
    alone: ['Stylo-plume {v} ouvert, capuchon à côté, plume dorée', 'Fountain pen in {v}, uncapped, with a golden nib'],
    placed: ['Le stylo vermillon couché sur une enveloppe', 'The vermilion pen lying on an envelope'],
    popularity: 786,
    keywords: ['écriture cadeau calligraphie', 'writing gift nib'],
  },
  {
    slug: 'crayons-de-couleur',
    sku: 'PA-CRAY',
    name: ['Six crayons de couleur', 'Six colouring pencils'],
    line: ['Mine tendre, cèdre, étui cartonné', 'Soft leads, cedar, card case'],
    text: [
      'Six couleurs qui se mélangent bien, plutôt que trente-six qui s’ennuient. La mine est grasse, couvrante, et ne casse pas au premier taillage.',
      'Six colours that mix well rather than thirty-six that sit about. The leads are rich and opaque and survive the first sharpening.',
    ],
    facts: [
      ['material', 'Bois de cèdre certifié', 'Certified cedar'],
      ['contents', '6 crayons, 17,5 cm', '6 pencils, 17.5 cm'],
      ['use', 'Dès 3 ans', 'From age 3'],
    ],
    rows: [['', 1150, 40]],
    alone: [
      'Six crayons de couleur dressés dans un étui vert marqué « Crayons »',
      'Six coloured pencils standing in a green case',
    ],
    placed: ['Les crayons sur le bureau, un dessin de carte à côté', 'The pencils on the desk with picture cards'],
    popularity: 590,
    keywords: ['dessin coloriage enfant', 'drawing colouring kids art'],
  },
  {
    slug: 'enveloppes-vergees',
    sku: 'PA-ENVE',
    name: ['Enveloppes vergées', 'Laid envelopes'],
    line: ['Vingt, doublées, nouées d’un ruban', 'Twenty, lined, tied with ribbon'],
    text: [
      'Un papier vergé qui se sent sous le doigt, un rabat pointu et gommé. Vingt enveloppes, de quoi répondre à tout le monde ou écrire vingt fois à la même personne.',
      'Laid paper you can feel with a fingertip and a pointed, gummed flap. Twenty envelopes: enough to answer everybody, or to write to one person twenty times.',
    ],
    facts: [
      ['size', '11,4 × 16,2 cm (C6)', '11.4 × 16.2 cm (C6)'],
      ['paper', 'Vergé 100 g, doublé pelure', 'Laid, 100 g, tissue-lined'],
      ['contents', '20 enveloppes', '20 envelopes'],
    ],
    options: [
      colours([
        ['creme', 'Crème', 'Cream', '#f3e7d0'],
        ['ciel', 'Ciel', 'Sky', '#a5c0c9'],
        ['rose', 'Rose thé', 'Tea rose', '#dd9c8c'],
      ]),
    ],
    rows: [
      ['creme', 980, 26],
      ['ciel', 980, 19],
      ['rose', 980, 3],
    ],
    alone: ['Liasse d’enveloppes {v} nouées d’un ruban rouge', 'Bundle of {v} envelopes tied with a red ribbon'],
    placed: ['Les enveloppes crème sur le bureau, un tampon à côté', 'The cream envelopes on the desk with a stamp'],
    popularity: 466,
    keywords: ['lettre courrier correspondance', 'letter mail post'],
  },
  {
    slug: 'cartes-de-l-herbier',
    sku: 'PA-CART',
    name: ['Cartes de l’herbier', 'Herbarium cards'],
    line: ['Douze cartes, quatre plantes', 'Twelve cards, four plants'],
    text: [
      'Une feuille, une fleur, un épi, un rameau : trois exemplaires de chaque, imprimés en deux encres sur un carton épais. Le verso est vide, c’est à vous de parler.',
      'A leaf, a flower, an ear of wheat, a sprig: three of each, printed in two inks on heavy card. The back is blank; the talking is up to you.',
    ],
    facts: [
      ['size', '10 × 15 cm', '10 × 15 cm'],
      ['paper', 'Carton 350 g, non couché', 'Uncoated card, 350 g'],
      ['contents', '12 cartes dans leur étui', '12 cards in a slip case'],
    ],
    rows: [['', 1290, 33]],
    alone: [
      'Quatre cartes imprimées de plantes, en éventail dans un étui vert',
      'Four plant cards fanned out in a green case',
    ],
    placed: [
      'Les cartes sur une étagère, à côté d’un vase de feuillage',
      'The cards on a shelf beside a vase of leaves',
    ],
    popularity: 512,
    keywords: ['postale vœux remerciement', 'postcard greeting thank you'],
  },
  {
    slug: 'encre',
    sku: 'PA-ENCR',
    name: ['Encre de l’écritoire', 'Writing-desk ink'],
    line: ['50 ml, sèche vite, se lave', '50 ml, quick-drying, washable'],
    text: [
      'Une encre franche, qui coule bien et ne bouche rien. Le flacon est large et bas : il ne se renverse pas, et la dernière goutte s’attrape en le penchant.',
      'An honest ink that flows well and clogs nothing. The bottle is wide and low, so it will not tip over, and you can reach the last drop by tilting it.',
    ],
    facts: [
      ['contents', '50 ml', '50 ml'],
      ['use', 'Plume, porte-plume, lavis', 'Fountain pen, dip pen, wash'],
      ['care', 'Part à l’eau tiède', 'Rinses out in warm water'],
    ],
    options: [
      colours([
        ['nuit', 'Bleu nuit', 'Midnight blue', '#2c3c5a'],
        ['sepia', 'Sépia', 'Sepia', '#96501c'],
        ['sapin', 'Vert sapin', 'Fir green', '#2d5243'],
        ['garance', 'Rouge garance', 'Madder red', '#8f3a2a'],
      ]),
    ],
    rows: [
      ['nuit', 1050, 28],
      ['sepia', 1050, 16],
      ['sapin', 1050, 12],
      ['garance', 1050, 7],
    ],
    alone: ['Flacon d’encre {v}, large bouchon noir', 'Bottle of {v} ink with a wide black cap'],
    placed: [
      'Le flacon d’encre bleu nuit devant un carnet, sur le bureau',
      'The midnight blue ink in front of a notebook on the desk',
    ],
    popularity: 549,
    keywords: ['recharge plume calligraphie', 'refill fountain pen calligraphy'],
  },
  {
    slug: 'ciseaux-de-papetier',
    sku: 'PA-CISE',
    name: ['Ciseaux de papetier', 'Stationer’s scissors'],
    line: ['Acier forgé, anneaux noirs, 20 cm', 'Forged steel, black bows, 20 cm'],
    text: [
      'Des lames longues pour couper droit d’un seul geste, une vis que l’on resserre avec une pièce de monnaie. Ils coupent aussi le tissu, mais ne le dites pas à la couturière.',
      'Long blades that cut straight in one go, and a screw you can tighten with a coin. They also cut fabric, but do not tell the dressmaker.',
    ],
    facts: [
      ['material', 'Acier forgé, anneaux laqués', 'Forged steel, lacquered bows'],
      ['size', '20 cm', '20 cm'],
      ['made', 'Nogent, Haute-Marne', 'Nogent, Haute-Marne'],
    ],
    rows: [['', 2900, 15]],
    alone: [
      'Grands ciseaux d’acier à anneaux noirs, légèrement ouverts',
      'Long steel scissors with black bows, slightly open',
    ],
    placed: ['Les ciseaux pendus par un anneau à la patère', 'The scissors hanging from a peg rail'],
    popularity: 431,
    keywords: ['couper découpage bricolage', 'cut craft shears'],
  },
  {
    slug: 'ficelle-de-lin',
    sku: 'PA-FICE',
    name: ['Ficelle de lin', 'Linen string'],
    line: ['80 m sur sa bobine de hêtre', '80 m on a beech reel'],
    text: [
      'Pour les paquets, les rôtis, les tuteurs et les mobiles. La bobine est tournée dans le hêtre ; vide, elle fait un très bon bougeoir.',
      'For parcels, roasts, runner beans and mobiles. The reel is turned from beech; once empty it makes a very good candlestick.',
    ],
    facts: [
      ['material', 'Lin français, bobine de hêtre', 'French linen, beech reel'],
      ['size', '80 m, 1,5 mm', '80 m, 1.5 mm'],
      ['use', 'Alimentaire', 'Food safe'],
    ],
    options: [
      colours([
        ['ecru', 'Écru', 'Unbleached', '#ddcbab'],
        ['rouge', 'Rouge', 'Red', '#c93f2a'],
        ['marine', 'Marine', 'Navy', '#2c3c5a'],
      ]),
    ],
    rows: [
      ['ecru', 850, 35],
      ['rouge', 890, 20],
      ['marine', 890, 18],
    ],
    alone: ['Bobine de bois garnie de ficelle, couleur {v}', 'Wooden reel of string, {v}'],
    placed: ['La bobine de ficelle écrue sur le comptoir', 'The reel of unbleached string on the counter'],
    popularity: 388,
    keywords: ['corde paquet cadeau cuisine', 'twine cord gift wrap'],
  },
  {
    slug: 'taille-crayon-laiton',
    sku: 'PA-TAIL',
    name: ['Taille-crayon de laiton', 'Brass pencil sharpener'],
    line: ['Massif, lame remplaçable', 'Solid, with a blade you can replace'],
    text: [
      'Vingt-cinq grammes de laiton qui se réchauffent dans la main et se patinent avec les années. La lame se change en un tour de vis ; deux lames d’avance sont cachées sous l’étiquette.',
      'Twenty-five grams of brass that warm in the hand and darken with the years. The blade changes with one turn of a screw, and two spares are hidden under the label.',
    ],
    facts: [
      ['material', 'Laiton massif, lame acier', 'Solid brass, steel blade'],
      ['weight', '25 g', '25 g'],
      ['size', 'Crayons de 8 mm', '8 mm pencils'],
    ],
    rows: [['', 940, 57]],
    alone: [
      'Taille-crayon de laiton, un crayon rouge engagé, des copeaux autour',
      'Brass sharpener with a red pencil in it and curls of shavings',
    ],
    placed: [
      'Le taille-crayon sur le bureau, devant l’étui de crayons',
      'The sharpener on the desk in front of the pencil case',
    ],
    popularity: 405,
    keywords: ['taille crayon copeaux', 'sharpener desk'],
  },
  {
    slug: 'metre-pliant',
    sku: 'PA-METR',
    name: ['Mètre pliant en buis', 'Folding boxwood rule'],
    line: ['Charnières de laiton, chiffres gravés', 'Brass hinges, engraved figures'],
    text: [
      'Il se déplie en claquant, reste droit, et tient dans la poche d’une veste. Gravé sur les deux faces : les centimètres d’un côté, les pouces de l’autre, pour les désaccords.',
      'It unfolds with a clack, stays straight and fits a jacket pocket. Engraved on both sides: centimetres on one, inches on the other, in case of disagreement.',
    ],
    facts: [
      ['material', 'Buis, laiton', 'Boxwood, brass'],
      ['size', '100 cm déplié, 17 cm plié', '100 cm open, 17 cm folded'],
      ['care', 'Un peu d’huile de lin par an', 'A little linseed oil once a year'],
    ],
    rows: [['', 2450, 9, 2800]],
    alone: [
      'Mètre pliant de buis déployé en zigzag, charnières dorées',
      'Boxwood folding rule in a zigzag with golden hinges',
    ],
    placed: [
      'Le mètre pliant debout sur l’étagère, près d’une bobine de ficelle',
      'The folding rule standing on a shelf beside a reel of string',
    ],
    popularity: 297,
    keywords: ['règle mesurer atelier', 'ruler measure workshop'],
  },
  {
    slug: 'tampon-dateur',
    sku: 'PA-TAMP',
    name: ['Tampon dateur', 'Date stamp'],
    line: ['Manche tourné, douze ans de dates', 'Turned handle, twelve years of dates'],
    text: [
      'On tourne les roues le matin, on tamponne, la journée peut commencer. Le manche de noyer est fait au tour, la bande de caoutchouc se remplace au bout de douze ans.',
      'Turn the wheels in the morning, stamp, and the day may begin. The walnut handle is turned on a lathe; the rubber band is replaced after twelve years.',
    ],
    facts: [
      ['material', 'Noyer, laiton, caoutchouc naturel', 'Walnut, brass, natural rubber'],
      ['size', 'Empreinte 4 × 28 mm', 'Impression 4 × 28 mm'],
      ['contents', 'Tampon et encreur noir', 'Stamp and black ink pad'],
    ],
    rows: [['', 1890, 23]],
    alone: [
      'Tampon dateur à manche de noyer, la fenêtre marquée « 9 nov »',
      'Date stamp with a walnut handle, its window reading 9 Nov',
    ],
    placed: ['Le tampon sur le comptoir, à côté des enveloppes', 'The stamp on the counter next to envelopes'],
    popularity: 342,
    keywords: ['bureau date courrier', 'office date mail'],
  },
  {
    slug: 'calendrier-des-moissons',
    sku: 'PA-CALE',
    name: ['Calendrier des moissons', 'Harvest calendar'],
    line: ['Douze paysages à détacher', 'Twelve landscapes to tear off'],
    text: [
      'Un mois par feuille, un paysage par mois, et la place d’écrire les anniversaires. À la fin de l’année, les images se détachent et font douze cartes.',
      'A sheet a month, a landscape a sheet, and room for birthdays. At the end of the year the pictures tear off to make twelve cards.',
    ],
    facts: [
      ['size', '30 × 42 cm', '30 × 42 cm'],
      ['paper', 'Offset 170 g, recyclé', 'Recycled offset, 170 g'],
      ['made', 'Imprimé en trois encres', 'Printed in three inks'],
    ],
    rows: [['', 1600, 30]],
    alone: [
      'Calendrier mural ouvert sur juillet, champs ocre et soleil',
      'Wall calendar open at July, ochre fields and sun',
    ],
    placed: ['Le calendrier accroché à la patère, dans la cuisine', 'The calendar hanging from a kitchen peg rail'],
    popularity: 318,
    keywords: ['agenda mural année', 'wall planner year'],
  },
])
