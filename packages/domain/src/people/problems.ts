import { problem } from '../problem.ts'

export const peopleProblems = {
  sign_in_first: problem('unauthenticated', {
    en: () => 'Please sign in first.',
    fr: () => 'Merci de vous connecter d’abord.',
  }),
  session_ended: problem('unauthenticated', {
    en: () => 'Your session has ended. Please sign in again.',
    fr: () => 'Votre session est terminée. Merci de vous reconnecter.',
  }),
  not_allowed: problem('forbidden', {
    en: () => 'Your account may not do this.',
    fr: () => 'Votre compte ne permet pas cette action.',
  }),
  wrong_credentials: problem('unauthenticated', {
    en: () => 'This e-mail and password do not go together. Please check both.',
    fr: () => 'Cet e-mail et ce mot de passe ne vont pas ensemble. Merci de vérifier les deux.',
  }),
  email_taken: problem('conflict', {
    en: () => 'There is already an account with this e-mail. Please sign in instead.',
    fr: () => 'Un compte existe déjà avec cet e-mail. Merci de vous connecter.',
  }),
  wrong_password: problem('invalid', {
    en: () => 'This is not your current password. Please try again.',
    fr: () => 'Ce n’est pas votre mot de passe actuel. Merci de réessayer.',
  }),
  address_not_found: problem('missing', {
    en: () => 'This address is not in your address book.',
    fr: () => 'Cette adresse n’est pas dans votre carnet.',
  }),
  address_book_full: problem('conflict', {
    en: (of: { most: number }) => `Your address book holds at most ${of.most} addresses. Please remove one first.`,
    fr: (of) => `Votre carnet compte au plus ${of.most} adresses. Merci d’en retirer une d’abord.`,
  }),
  customer_not_found: problem('missing', {
    en: () => 'This customer does not exist.',
    fr: () => 'Ce client n’existe pas.',
  }),
  colleague_not_found: problem('missing', {
    en: () => 'This colleague does not exist.',
    fr: () => 'Ce collègue n’existe pas.',
  }),
  email_in_use: problem('conflict', {
    en: () => 'There is already an account with this e-mail. Please invite your colleague under another one.',
    fr: () => 'Un compte existe déjà avec cet e-mail. Merci d’inviter votre collègue avec un autre.',
  }),
  own_standing: problem('conflict', {
    en: () => 'Nobody changes their own role or access. Please ask another administrator.',
    fr: () => 'Personne ne change son propre rôle ni son accès. Merci de demander à un autre administrateur.',
  }),
  link_not_found: problem('missing', {
    en: () => 'This link was already used or is over. Please ask an administrator for a new one.',
    fr: () => 'Ce lien a déjà servi ou n’est plus valable. Merci d’en demander un nouveau à un administrateur.',
  }),
  password_too_common: problem('invalid', {
    en: () => 'This password is too easy to guess. Please choose another one.',
    fr: () => 'Ce mot de passe est trop facile à deviner. Merci d’en choisir un autre.',
  }),
  password_too_short: problem('invalid', {
    en: (of: { least: number }) => `The password needs at least ${of.least} characters.`,
    fr: (of) => `Le mot de passe doit compter au moins ${of.least} caractères.`,
  }),
  password_too_long: problem('invalid', {
    en: (of: { most: number }) => `The password may have at most ${of.most} characters.`,
    fr: (of) => `Le mot de passe peut compter au plus ${of.most} caractères.`,
  }),
}
