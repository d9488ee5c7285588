import type { Locale } from '../problem.ts'
import { type ProblemCode, wordsFor } from '../problems.ts'
import { reasonOf } from './reasons.ts'

interface Words<F> {
  en: (of: F) => string
  fr: (of: F) => string
}
const fault = <F = Record<string, never>>(en: (of: F) => string, fr: (of: F) => string): Words<F> => ({ en, fr })

/** What can be wrong with a row of a product file, as the end of a sentence whose subject is the row; `picture_…` is about its pictures. */
export const rowFaults = {
  csv_broken: fault(
    (of: { why: string }) => `is no readable CSV row (${reasonOf(of.why, 'en')})`,
    (of) => `n’est pas une ligne CSV lisible (${reasonOf(of.why, 'fr')})`,
  ),
  too_many_cells: fault(
    () => 'is no readable CSV row (it has more cells than the heading)',
    () => 'n’est pas une ligne CSV lisible (elle a plus de cellules que l’en-tête)',
  ),
  handle_missing: fault(
    () => 'has no handle',
    () => 'n’a pas de « Handle »',
  ),
  handle_unusable: fault(
    () => 'has a handle without a letter or digit: the product is left out',
    () => 'a un « Handle » sans lettre ni chiffre : l’article est laissé de côté',
  ),
  title_missing: fault(
    () => 'is the first of its product and has no title: the product is left out',
    () => 'est la première de son article et n’a pas de titre : l’article est laissé de côté',
  ),
  title_too_long: fault(
    (of: { most: number }) => `has a title longer than ${of.most} characters: the product is left out`,
    (of) => `a un titre de plus de ${of.most} caractères : l’article est laissé de côté`,
  ),
  variants_missing: fault(
    () => 'begins a product without a variant that can be sold: it is left out',
    () => 'commence un article sans variante à vendre : il est laissé de côté',
  ),
  row_empty: fault(
    () => 'holds neither a variant nor a picture',
    () => 'ne contient ni variante ni image',
  ),
  price_missing: fault(
    () => 'has no price',
    () => 'n’a pas de prix',
  ),
  price_unreadable: fault(
    (of: { text: string }) => `has a price that is no amount: “${of.text}”`,
    (of) => `a un prix qui n’est pas un montant : « ${of.text} »`,
  ),
  compare_price_unreadable: fault(
    (of: { text: string }) => `has a compare-at price that is no amount: “${of.text}”`,
    (of) => `a un prix avant réduction qui n’est pas un montant : « ${of.text} »`,
  ),
  quantity_unreadable: fault(
    (of: { text: string }) => `has a quantity that is no whole number: “${of.text}”`,
    (of) => `a une quantité qui n’est pas un nombre entier : « ${of.text} »`,
  ),
  sku_too_long: fault(
    (of: { most: number }) => `has a SKU longer than ${of.most} characters`,
    (of) => `a une référence de plus de ${of.most} caractères`,
  ),
  sku_repeated: fault(
    (of: { sku: string; line: number }) => `has the SKU “${of.sku}” of line ${of.line}`,
    (of) => `a la référence « ${of.sku} » de la ligne ${of.line}`,
  ),
  sku_elsewhere: fault(
    (of: { sku: string }) => `has the SKU “${of.sku}” of another product`,
    (of) => `a la référence « ${of.sku} » d’un autre article`,
  ),
  value_missing: fault(
    (of: { option: string }) => `has no value for the option “${of.option}”`,
    (of) => `n’a pas de valeur pour l’option « ${of.option} »`,
  ),
  values_repeated: fault(
    (of: { line: number }) => `has the same options as line ${of.line}`,
    (of) => `a les mêmes options que la ligne ${of.line}`,
  ),
  too_many_variants: fault(
    (of: { most: number }) => `is one more than the ${of.most} variants that a product may have`,
    (of) => `dépasse les ${of.most} variantes qu’un article peut avoir`,
  ),
  address_repeated: fault(
    (of: { slug: string; handle: string }) =>
      `has the address “${of.slug}” of another product in this file (${of.handle})`,
    (of) => `a l’adresse « ${of.slug} » d’un autre article de ce fichier (${of.handle})`,
  ),
  options_differ: fault(
    () => 'has other options than the product on file: it is left as it was',
    () => 'a d’autres options que l’article enregistré : il reste comme il était',
  ),
  refused: fault(
    (of: { problem: ProblemCode; details: unknown }) => `could not be saved: ${wordsFor(of.problem, of.details, 'en')}`,
    (of) => `n’a pas pu être enregistrée : ${wordsFor(of.problem, of.details, 'fr')}`,
  ),
  picture_no_address: fault(
    (of: { text: string }) => `has a picture that is no web address: “${of.text}”`,
    (of) => `a une image qui n’est pas une adresse du web : « ${of.text} »`,
  ),
  variant_picture_no_address: fault(
    (of: { text: string }) => `has a variant picture that is no web address: “${of.text}”`,
    (of) => `a une image de variante qui n’est pas une adresse du web : « ${of.text} »`,
  ),
  picture_not_https: fault(
    () => 'is not https',
    () => 'n’est pas en https',
  ),
  picture_odd_address: fault(
    () => 'has a port or a user in it',
    () => 'contient un port ou un nom d’utilisateur',
  ),
  picture_inside: fault(
    () => 'leads to an inner address',
    () => 'mène à une adresse interne',
  ),
  picture_redirects: fault(
    (of: { most: number }) => `redirects more than ${of.most} times`,
    (of) => `redirige plus de ${of.most} fois`,
  ),
  picture_answer: fault(
    (of: { status: number }) => `answers ${of.status}`,
    (of) => `répond ${of.status}`,
  ),
  picture_too_large: fault(
    (of: { mostMb: number }) => `is larger than ${of.mostMb} MB`,
    (of) => `dépasse ${of.mostMb} Mo`,
  ),
  picture_too_slow: fault(
    (of: { seconds: number }) => `takes longer than ${of.seconds} s`,
    (of) => `met plus de ${of.seconds} s à répondre`,
  ),
  picture_unreachable: fault(
    (of: { why: string }) => `cannot be reached (${reasonOf(of.why, 'en')})`,
    (of) => `est injoignable (${reasonOf(of.why, 'fr')})`,
  ),
  picture_unusable: fault(
    () => 'is no picture that the shop can show',
    () => 'n’est pas une image que la boutique peut montrer',
  ),
}

type Faults = typeof rowFaults
type FaultCode = keyof Faults
/** What is wrong, by code, with the facts that its words need: plain JSON, kept with the import and worded when it is read. */
export type RowFault = {
  [C in FaultCode]: { code: C; of: Faults[C] extends Words<infer F> ? F : never }
}[FaultCode]

/** Whether something that was thrown along tells a fault. */
export const isRowFault = (thing: unknown): thing is RowFault =>
  typeof thing === 'object' && thing !== null && 'code' in thing && Object.hasOwn(rowFaults, String(thing.code))

/** The words of a fault in one language. */
export function rowFaultWords(fault: RowFault, locale: Locale): string {
  // The facts were checked against the code where the fault was made; the lookup by a union of codes loses that link.
  const speak = rowFaults[fault.code][locale] as (of: unknown) => string
  return speak(fault.of)
}
