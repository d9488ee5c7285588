import { problem } from '../problem.ts'

export const billingProblems = {
  payment_in_progress: problem('conflict', {
    en: () => 'A payment of this order is in progress. Please wait for its answer.',
    fr: () => 'Un paiement de cette commande est en cours. Merci d’attendre sa réponse.',
  }),
  payment_attempts_spent: problem('conflict', {
    en: (of: { most: number }) => `This order has seen ${of.most} payment attempts. Please write to us about it.`,
    fr: (of) => `Cette commande a connu ${of.most} tentatives de paiement. Merci de nous écrire à son sujet.`,
  }),
  payment_not_found: problem('missing', {
    en: () => 'This payment does not exist or no longer waits for an answer.',
    fr: () => 'Ce paiement n’existe pas ou n’attend plus de réponse.',
  }),
  refund_in_progress: problem('conflict', {
    en: () => 'A refund of this order is in progress. Please wait for its answer.',
    fr: () => 'Un remboursement de cette commande est en cours. Merci d’attendre sa réponse.',
  }),
  refund_too_large: problem('conflict', {
    en: (of: { refundableCents: number }) => `At most ${of.refundableCents} minor units can still be refunded.`,
    fr: (of) => `Au plus ${of.refundableCents} unités mineures peuvent encore être remboursées.`,
  }),
  refund_line_unknown: problem('invalid', {
    en: () => 'A refunded line does not belong to this order, or has fewer pieces left.',
    fr: () => 'Une ligne à rembourser n’appartient pas à cette commande, ou compte moins de pièces.',
  }),
  refund_failed: problem('conflict', {
    en: () => 'The payment provider refused the refund. Nothing was changed.',
    fr: () => 'Le prestataire de paiement a refusé le remboursement. Rien n’a été modifié.',
  }),
  payment_unavailable: problem('unavailable', {
    en: () => 'The payment provider does not answer. Your order is kept; please try again in a moment.',
    fr: () =>
      'Le prestataire de paiement ne répond pas. Votre commande est gardée ; merci de réessayer dans un instant.',
  }),
  unmatched_money_not_found: problem('missing', {
    en: () => 'No money of this payment waits to be matched.',
    fr: () => 'Aucun encaissement de ce paiement n’est à rapprocher.',
  }),
  unmatched_money_settled: problem('conflict', {
    en: () => 'A colleague has settled this money already. Nothing was changed.',
    fr: () => 'Un collègue a déjà classé cet encaissement. Rien n’a été modifié.',
  }),
  invoice_not_found: problem('missing', {
    en: () => 'There is no invoice for this order yet.',
    fr: () => 'Il n’y a pas encore de facture pour cette commande.',
  }),
  credit_note_not_found: problem('missing', {
    en: () => 'This credit note does not exist.',
    fr: () => 'Cet avoir n’existe pas.',
  }),
}
