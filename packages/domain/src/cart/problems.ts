import { problem } from '../problem.ts'

export const cartProblems = {
  cart_not_found: problem('missing', {
    en: () => 'This cart does not exist.',
    fr: () => 'Ce panier n’existe pas.',
  }),
  cart_line_not_found: problem('missing', {
    en: () => 'This line is no longer in the cart.',
    fr: () => 'Cette ligne n’est plus dans le panier.',
  }),
  cart_full: problem('conflict', {
    en: (of: { most: number }) => `A cart holds at most ${of.most} different lines.`,
    fr: (of) => `Un panier contient au plus ${of.most} lignes différentes.`,
  }),
  quantity_limit: problem('conflict', {
    en: (of: { most: number }) => `You can order at most ${of.most} of this.`,
    fr: (of) => `Vous pouvez en commander ${of.most} au plus.`,
  }),
  out_of_stock: problem('conflict', {
    en: (of: { name: string; left: number }) =>
      of.left > 0 ? `Only ${of.left} left of “${of.name}”.` : `“${of.name}” is sold out.`,
    fr: (of) => (of.left > 0 ? `Il ne reste que ${of.left} « ${of.name} ».` : `« ${of.name} » est épuisé.`),
  }),
}
