import type { Locale } from '@comptoir/domain'
import type { MessageKey } from '../../messages.ts'
import { rowWords, type Sheet, type SheetRow, type SheetTexts } from './sheet.ts'

/** Something that two versions of a product say differently, each as it is typed. */
export interface Difference {
  what: MessageKey
  /** Of which variant; empty for the product itself. */
  of: string
  mine: string
  theirs: string
}

const colon = { fr: '\u00a0: ', en: ': ' } as const
const factWords = ({ facts }: SheetTexts, of: Locale) =>
  facts.map(({ name, value }) => `${name}${colon[of]}${value}`).join(' · ')

const cells = ({ slug, category, state, vatCategory, texts: { fr, en } }: Sheet): [MessageKey, string][] => [
  ['slug', slug],
  ['shelf', category],
  ['state', state],
  ['vat', vatCategory],
  ['name_fr', fr.name],
  ['name_en', en.name],
  ['line_fr', fr.line],
  ['line_en', en.line],
  ['description_fr', fr.description],
  ['description_en', en.description],
  ['facts_fr', factWords(fr, 'fr')],
  ['facts_en', factWords(en, 'en')],
  ['keywords_fr', fr.keywords],
  ['keywords_en', en.keywords],
]
const rowCells = (row: SheetRow | undefined): [MessageKey, string][] => {
  const sold = row?.sold ? row : undefined
  return [
    ['price', sold?.price ?? ''],
    ['price_was', sold?.compareAt ?? ''],
    ['sku', sold?.sku ?? ''],
  ]
}
const optionsIn = ({ options }: Sheet, locale: Locale) =>
  options
    .map(({ names, values }) => `${names[locale]} (${values.map((value) => value.names[locale]).join(', ')})`)
    .join(' · ')

/** Where my sheet and theirs differ, field by field, so that nobody has to guess what a choice gives up. */
export function differencesOf(mine: Sheet, theirs: Sheet, locale: Locale): Difference[] {
  const compare = (a: [MessageKey, string][], b: [MessageKey, string][], of: string) =>
    a.flatMap(([what, value], i): Difference[] => {
      const other = b[i]?.[1] ?? ''
      return value.trim() === other.trim() ? [] : [{ what, of, mine: value, theirs: other }]
    })
  const keyOf = ({ picks }: SheetRow) => Object.values(picks).join('/')
  const rows = new Map<string, { mine?: SheetRow; theirs?: SheetRow }>()
  for (const row of mine.rows) rows.set(keyOf(row), { mine: row })
  for (const row of theirs.rows) rows.set(keyOf(row), { ...rows.get(keyOf(row)), theirs: row })
  return [
    ...compare(cells(mine), cells(theirs), ''),
    ...compare([['options', optionsIn(mine, locale)]], [['options', optionsIn(theirs, locale)]], ''),
    ...[...rows.values()].flatMap(({ mine: one, theirs: other }) =>
      compare(
        rowCells(one),
        rowCells(other),
        one ? rowWords(mine, one, locale) : other ? rowWords(theirs, other, locale) : '',
      ),
    ),
  ]
}
