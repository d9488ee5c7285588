import type { CartProblem } from '../cart/cart.ts'
import type { Quote } from '../cart/quote-types.ts'
import { problem } from '../problem.ts'
import type { OrderAction } from './status.ts'

export const orderProblems = {
  order_not_found: problem('missing', {
    en: () => 'This order does not exist.',
    fr: () => 'Cette commande n’existe pas.',
  }),
  order_look_up_missed: problem('missing', {
    en: () => 'No order has this number and this e-mail together. Please check both.',
    fr: () => 'Aucune commande ne porte à la fois ce numéro et cet e-mail. Merci de vérifier les deux.',
  }),
  cart_empty: problem('conflict', {
    en: () => 'Your cart is empty. Put something in it first.',
    fr: () => 'Votre panier est vide. Ajoutez-y d’abord quelque chose.',
  }),
  cart_not_orderable: problem('conflict', {
    en: (of: { problems: CartProblem[] }) =>
      of.problems.length === 1
        ? 'One line of your cart needs a look before you can order.'
        : `${of.problems.length} lines of your cart need a look before you can order.`,
    fr: (of) =>
      of.problems.length === 1
        ? 'Une ligne de votre panier est à revoir avant de commander.'
        : `${of.problems.length} lignes de votre panier sont à revoir avant de commander.`,
  }),
  quote_changed: problem('conflict', {
    en: (_: { seenTotalCents: number; quote: Quote }) =>
      'A price changed since you last looked. Please check the new total.',
    fr: () => 'Un prix a changé entre-temps. Merci de vérifier le nouveau total.',
  }),
  terms_changed: problem('conflict', {
    en: (_: { current: string }) => 'The terms of sale have changed. Please read and accept the current ones.',
    fr: () => 'Les conditions de vente ont changé. Merci de lire et d’accepter les nouvelles.',
  }),
  email_needed: problem('invalid', {
    en: () => 'Please give an e-mail address for the order.',
    fr: () => 'Merci d’indiquer une adresse e-mail pour la commande.',
  }),
  order_step_refused: problem('conflict', {
    en: (of: { action: OrderAction; status: string }) =>
      `This step (${of.action}) is not possible for an order that is ${of.status}.`,
    fr: (of) => `Cette étape (${of.action}) n’est pas possible pour une commande à l’état « ${of.status} ».`,
  }),
  order_not_paid: problem('conflict', {
    en: () => 'This order is not paid yet, so it cannot be shipped.',
    fr: () => 'Cette commande n’est pas encore payée : elle ne peut pas être expédiée.',
  }),
  order_already_shipped: problem('conflict', {
    en: () => 'This order has already been shipped, so it can no longer be cancelled.',
    fr: () => 'Cette commande est déjà expédiée : elle ne peut plus être annulée.',
  }),
  order_expired: problem('conflict', {
    en: () => 'The time to pay this order has passed. Please order again.',
    fr: () => 'Le délai de paiement de cette commande est écoulé. Merci de commander à nouveau.',
  }),
  captured_amount_differs: problem('conflict', {
    en: (of: { totalCents: number; capturedCents: number }) =>
      `The payment is of ${of.capturedCents} minor units, but the order is of ${of.totalCents}.`,
    fr: (of) => `Le paiement est de ${of.capturedCents} unités mineures, mais la commande est de ${of.totalCents}.`,
  }),
}
