import { problem } from '../problem.ts'

export const catalogProblems = {
  product_not_found: problem('missing', {
    en: () => 'This product does not exist or is no longer on the shelf.',
    fr: () => 'Ce produit n’existe pas ou n’est plus en rayon.',
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
    fr: (of) => `Un autre produit occupe déjà l’adresse « ${of.slug} ». Merci d’en choisir une autre.`,
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
        ? 'Un produit a besoin d’au moins une variante.'
        : of.reason === 'duplicate'
          ? 'Deux variantes ont les mêmes options. Merci de les distinguer.'
          : 'Une variante utilise une valeur d’option que le produit n’a pas.',
  }),
  name_missing: problem('invalid', {
    en: () => 'A product needs a name in at least one language.',
    fr: () => 'Un produit a besoin d’un nom dans une langue au moins.',
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
    fr: () => 'Ce produit a été modifié entre-temps. Merci de le recharger et de réessayer.',
  }),
  cursor_invalid: problem('invalid', {
    en: () => 'This page marker does not belong to this list. Please start from the first page.',
    fr: () => 'Ce repère de page n’appartient pas à cette liste. Merci de repartir de la première page.',
  }),
}
