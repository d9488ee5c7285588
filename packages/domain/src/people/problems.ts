import { problem } from '../problem.ts'
import type { Scope } from './scope.ts'

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
  scope_missing: problem('forbidden', {
    en: (of: { scope: Scope }) => `This access token lacks the scope ${of.scope}. Please make one that has it.`,
    fr: (of) => `Il manque à ce jeton d’accès le droit ${of.scope}. Merci d’en créer un qui le porte.`,
  }),
  token_refused: problem('forbidden', {
    en: () => 'No access token may do this. Please sign in and do it yourself.',
    fr: () => 'Aucun jeton d’accès ne permet cette action. Merci de vous connecter et de la faire vous-même.',
  }),
  token_ended: problem('unauthenticated', {
    en: () => 'This access token is unknown, over or revoked. Please make a new one.',
    fr: () => 'Ce jeton d’accès est inconnu, arrivé à sa fin ou révoqué. Merci d’en créer un nouveau.',
  }),
  token_not_found: problem('missing', {
    en: () => 'This access token does not exist.',
    fr: () => 'Ce jeton d’accès n’existe pas.',
  }),
  tokens_full: problem('conflict', {
    en: (of: { most: number }) => `At most ${of.most} access tokens may stand at a time. Please revoke one first.`,
    fr: (of) => `Au plus ${of.most} jetons d’accès à la fois. Merci d’en révoquer un d’abord.`,
  }),
  token_end_refused: problem('invalid', {
    en: (of: { from: string; to: string }) =>
      `The token may end from ${of.from} to ${of.to}. Please choose such a day.`,
    fr: (of) => `Le jeton peut finir du ${of.from} au ${of.to}. Merci de choisir un de ces jours.`,
  }),
  app_not_found: problem('missing', {
    en: () => 'This app does not exist.',
    fr: () => 'Cette application n’existe pas.',
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
