import { problem } from '../problem.ts'

export const catalogProblems = {
  product_not_found: problem('missing', {
    en: () => 'This product does not exist or is no longer on the shelf.',
    fr: () => 'Cet article n’existe pas ou n’est plus en rayon.',
  }),
  product_withdrawn: problem('missing', {
    en: (of: { name: string; category: string | null }) => `“${of.name}” is no longer on the shelf.`,
    fr: (of) => `« ${of.name} » n’est plus en rayon.`,
  }),
  variant_not_found: problem('missing', {
    en: () => 'This variant does not exist. Please choose again.',
    fr: () => 'Cette variante n’existe pas. Merci de choisir à nouveau.',
  }),
  category_not_found: problem('missing', {
    en: () => 'This category does not exist.',
    fr: () => 'Ce rayon n’existe pas.',
  }),
  slug_taken: problem('conflict', {
    en: (of: { slug: string }) => `Another product already lives at “${of.slug}”. Please choose another address.`,
    fr: (of) => `Un autre article occupe déjà l’adresse « ${of.slug} ». Merci d’en choisir une autre.`,
  }),
  sku_taken: problem('conflict', {
    en: (of: { sku: string }) => `The SKU “${of.sku}” is already used. Please choose another one.`,
    fr: (of) => `La référence « ${of.sku} » est déjà utilisée. Merci d’en choisir une autre.`,
  }),
  variants_unclear: problem('invalid', {
    en: (of: { reason: 'duplicate' | 'unknown_value' | 'none' }) =>
      of.reason === 'none'
        ? 'A product needs at least one variant.'
        : of.reason === 'duplicate'
          ? 'Two variants have the same options. Please make them differ.'
          : 'A variant uses an option value that the product does not have.',
    fr: (of) =>
      of.reason === 'none'
        ? 'Un article a besoin d’au moins une variante.'
        : of.reason === 'duplicate'
          ? 'Deux variantes ont les mêmes options. Merci de les distinguer.'
          : 'Une variante utilise une valeur d’option que l’article n’a pas.',
  }),
  name_missing: problem('invalid', {
    en: () => 'A product needs a name in at least one language.',
    fr: () => 'Un article a besoin d’un nom dans une langue au moins.',
  }),
  options_unclear: problem('invalid', {
    en: () => 'Two options, or two values of one option, have the same code. Please make them differ.',
    fr: () => 'Deux options, ou deux valeurs d’une option, ont le même code. Merci de les distinguer.',
  }),
  compare_price_too_low: problem('invalid', {
    en: () => 'The price before reduction must be higher than the price.',
    fr: () => 'Le prix avant réduction doit être supérieur au prix.',
  }),
  stock_too_low: problem('conflict', {
    en: (of: { onHand: number; allocated: number }) =>
      `Only ${of.onHand - of.allocated} of ${of.onHand} pieces are free; the others belong to orders.`,
    fr: (of) =>
      `Seules ${of.onHand - of.allocated} pièces sur ${of.onHand} sont libres ; les autres appartiennent à des commandes.`,
  }),
  product_changed: problem('conflict', {
    en: () => 'Someone changed this product in the meantime. Please reload it and try again.',
    fr: () => 'Cet article a été modifié entre-temps. Merci de le recharger et de réessayer.',
  }),
  picture_unreadable: problem('invalid', {
    en: () =>
      'This file is no picture that the shop can show. JPEG, PNG, WebP, GIF, HEIC and TIFF are, up to 50 megapixels.',
    fr: () =>
      'Ce fichier n’est pas une image que la boutique peut montrer. JPEG, PNG, WebP, GIF, HEIC et TIFF le sont, jusqu’à 50 mégapixels.',
  }),
  picture_not_found: problem('missing', {
    en: () => 'This picture is not on file. Please upload it again.',
    fr: () => 'Cette image n’est pas enregistrée. Merci de l’envoyer à nouveau.',
  }),
  picture_value_unknown: problem('invalid', {
    en: () => 'A picture shows an option value that the product does not have.',
    fr: () => 'Une image montre une valeur d’option que l’article n’a pas.',
  }),
  upload_too_large: problem('invalid', {
    en: (of: { mostBytes: number }) => `This file is too large: at most ${Math.floor(of.mostBytes / 1_000_000)} MB.`,
    fr: (of) => `Ce fichier est trop gros : ${Math.floor(of.mostBytes / 1_000_000)} Mo au plus.`,
  }),
  upload_kind_refused: problem('invalid', {
    en: () => 'A file of this kind is not taken here.',
    fr: () => 'Un fichier de ce type n’est pas accepté ici.',
  }),
  preview_ended: problem('missing', {
    en: () => 'This preview link opens nothing any more. Please ask for a new one.',
    fr: () => 'Ce lien d’aperçu n’ouvre plus rien. Merci d’en demander un nouveau.',
  }),
  import_not_found: problem('missing', {
    en: () => 'This import does not exist.',
    fr: () => 'Cet import n’existe pas.',
  }),
  import_unreadable: problem('invalid', {
    en: () => 'This file is no product CSV: it needs at least the columns “Handle” and “Variant Price”.',
    fr: () =>
      'Ce fichier n’est pas un CSV d’articles : il lui faut au moins les colonnes « Handle » et « Variant Price ».',
  }),
  import_not_text: problem('invalid', {
    en: () =>
      'This file is no text in UTF-8 or Windows-1252. In your spreadsheet, save it as “CSV UTF-8”, then send it again.',
    fr: () =>
      'Ce fichier n’est pas un texte en UTF-8 ni en Windows-1252. Dans votre tableur, enregistrez-le en « CSV UTF-8 », puis renvoyez-le.',
  }),
  import_letters_damaged: problem('invalid', {
    en: (of: { line: number }) =>
      `Letters in line ${of.line} of this file are damaged. In your spreadsheet, put them right and save it as “CSV UTF-8”, then send it again.`,
    fr: (of) =>
      `Des lettres de la ligne ${of.line} de ce fichier sont abîmées. Dans votre tableur, corrigez-les et enregistrez-le en « CSV UTF-8 », puis renvoyez-le.`,
  }),
  import_unchecked: problem('conflict', {
    en: () => 'This file was not checked yet. Please look at what it would change first.',
    fr: () => 'Ce fichier n’a pas encore été vérifié. Merci de regarder d’abord ce qu’il changerait.',
  }),
  import_unfinished: problem('conflict', {
    en: () => 'The products of this file are not in the catalogue yet. Please import them first.',
    fr: () => 'Les articles de ce fichier ne sont pas encore dans le catalogue. Merci de les importer d’abord.',
  }),
  import_running: problem('conflict', {
    en: () => 'This import is already under way.',
    fr: () => 'Cet import est déjà en cours.',
  }),
  cursor_invalid: problem('invalid', {
    en: () => 'This page marker does not belong to this list. Please start from the first page.',
    fr: () => 'Ce repère de page n’appartient pas à cette liste. Merci de repartir de la première page.',
  }),
}
