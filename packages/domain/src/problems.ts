import { billingProblems } from './billing/problems.ts'
import { cartProblems } from './cart/problems.ts'
import { catalogProblems } from './catalog/problems.ts'
import { orderProblems } from './orders/problems.ts'
import { peopleProblems } from './people/problems.ts'
import { type Locale, problem, type ProblemKind, type ProblemLine } from './problem.ts'
import { supportProblems } from './support/problems.ts'

const commonProblems = {
  input_invalid: problem('invalid', {
    en: (of: { fields: { path: string; message: string }[] }) =>
      of.fields.length === 1 ? 'One field needs another look.' : `${of.fields.length} fields need another look.`,
    fr: (of) => (of.fields.length === 1 ? 'Un champ est à revoir.' : `${of.fields.length} champs sont à revoir.`),
  }),
  idempotency_key_invalid: problem('invalid', {
    en: () => 'An idempotency key needs 22 to 255 letters, digits, “-” or “_”, drawn at random for each call.',
    fr: () =>
      'Une clé d’idempotence compte de 22 à 255 lettres, chiffres, « - » ou « _ », tirés au hasard à chaque appel.',
  }),
  request_reused: problem('conflict', {
    en: () => 'This idempotency key was already used with other input. Please send a new key.',
    fr: () => 'Cette clé d’idempotence a déjà servi avec d’autres données. Merci d’en envoyer une nouvelle.',
  }),
  still_working: problem('unavailable', {
    en: () => 'The first call with this key is still being worked on. Please ask again in a moment.',
    fr: () => 'Le premier appel avec cette clé est encore en cours. Merci de redemander dans un instant.',
  }),
  too_many_requests: problem('limited', {
    en: (of: { retryAfterSeconds: number }) =>
      `Too many attempts. Please try again in ${of.retryAfterSeconds} seconds.`,
    fr: (of) => `Trop de tentatives. Merci de réessayer dans ${of.retryAfterSeconds} secondes.`,
  }),
  // Unavailable, not limited: a client comes back to a stream by itself, with longer and longer pauses.
  too_many_streams: problem('unavailable', {
    en: (of: { most: number; retryAfterSeconds: number }) =>
      `At most ${of.most} live connections may stand at a time. Please close one, or try again in ${of.retryAfterSeconds} seconds.`,
    fr: (of) =>
      `Au plus ${of.most} connexions en direct à la fois. Merci d’en fermer une ou de réessayer dans ${of.retryAfterSeconds} secondes.`,
  }),
  outcome_unknown: problem('unavailable', {
    en: () => 'The connection to the database was lost at the last moment. Please look whether the change is there.',
    fr: () => 'La liaison avec la base a été perdue au dernier moment. Merci de vérifier si le changement a eu lieu.',
  }),
  events_forgotten: problem('conflict', {
    en: () =>
      'This stream was to go on after events that are no longer kept. Please read everything anew, then follow from now on.',
    fr: () =>
      'Ce flux devait reprendre après des événements qui ne sont plus gardés. Merci de tout relire, puis de suivre à partir de maintenant.',
  }),
  shop_busy: problem('unavailable', {
    en: () => 'The shop is very busy right now. Nothing was changed; please try again in a moment.',
    fr: () => 'La boutique est très sollicitée. Rien n’a été modifié ; merci de réessayer dans un instant.',
  }),
  // Says nothing of what was changed: money may have been taken before its booking found no room.
  disk_full: problem('unavailable', {
    en: () => 'The shop’s disk is full, so nothing more can be written. Please try again later.',
    fr: () => 'Le disque de la boutique est plein : rien de plus ne peut être écrit. Merci de réessayer plus tard.',
  }),
}

/** Every refusal of the house, by code. */
export const problems = {
  ...commonProblems,
  ...catalogProblems,
  ...cartProblems,
  ...orderProblems,
  ...billingProblems,
  ...peopleProblems,
  ...supportProblems,
}

type Catalog = typeof problems
export type ProblemCode = keyof Catalog
export type ProblemFacts<C extends ProblemCode> = Catalog[C] extends ProblemLine<ProblemKind, infer F> ? F : never

/** A refusal as it travels: code, kind, words in the caller's language, and the facts, typed by code. */
export type Problem = {
  [C in ProblemCode]: { code: C; kind: Catalog[C]['kind']; message: string; details: ProblemFacts<C> }
}[ProblemCode]

/** What `refuse` throws: rolls the transaction back and reaches the caller typed. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly kind: ProblemKind
  readonly details: unknown
  constructor(code: ProblemCode, details: unknown) {
    super(wordsFor(code, details, 'en'))
    this.name = 'Refusal'
    this.code = code
    this.kind = problems[code].kind
    this.details = details
  }
}

/** Says no, with the facts of the case: `refuse('out_of_stock', { name, left })`. */
export function refuse<C extends ProblemCode>(
  code: C,
  ...facts: Record<string, never> extends ProblemFacts<C> ? [] : [facts: ProblemFacts<C>]
): never {
  throw new Refusal(code, facts[0] ?? {})
}

/** The words of a refusal in one language, from its code and facts. */
export function wordsFor(code: ProblemCode, details: unknown, locale: Locale): string {
  // The facts were checked against the code by `refuse`; the lookup by a union of codes loses that link.
  const speak = problems[code].words[locale] as (of: unknown) => string
  return speak(details)
}

/** The refusal as plain JSON for the caller. */
export const problemOfRefusal = (refusal: Refusal, locale: Locale): Problem =>
  ({
    code: refusal.code,
    kind: refusal.kind,
    message: wordsFor(refusal.code, refusal.details, locale),
    details: refusal.details,
  }) as Problem
