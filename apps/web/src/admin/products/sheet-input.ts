import { centsOf, type Product, type Sheet, type SheetTexts } from './sheet.ts'

/** `Bleu nuit` as an address or a code writes it: `bleu-nuit`; empty when nothing of it can be written so. */
export const slugOf = (words: string, most = 100): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '')

type Named = Pick<Sheet['options'][number], 'key' | 'names'>

/** A code for everything named: what has one keeps it, what is new gets one from its name that no other has. */
function codesOf(named: readonly Named[]): Map<string, string> {
  const codes = new Map(named.filter(({ key }) => !key.startsWith('~')).map(({ key }) => [key, key]))
  for (const { key, names } of named) {
    if (codes.has(key)) continue
    const base = slugOf(names.fr || names.en, 36) || 'x'
    const taken = new Set(codes.values())
    let code = base
    for (let no = 2; taken.has(code); no++) code = `${base}-${no}`
    codes.set(key, code)
  }
  return codes
}

const bothOf = ({ names }: Named) => ({
  fr: names.fr.trim() || names.en.trim(),
  en: names.en.trim() || names.fr.trim(),
})

const textsInput = ({ name, line, description, facts, keywords }: SheetTexts) =>
  name.trim() === ''
    ? undefined
    : {
        ...{ name: name.trim(), line: line.trim(), description, keywords: keywords.trim() },
        facts: facts
          .map((fact) => ({ name: fact.name.trim(), value: fact.value.trim() }))
          .filter((fact) => fact.name !== '' || fact.value !== ''),
      }

/** What the server takes: the sheet over the product as it was, or a new product. Call it on a sheet without faults. */
export function productInput(sheet: Sheet, before?: Product) {
  const fr = textsInput(sheet.texts.fr)
  const en = textsInput(sheet.texts.en)
  const optionCodes = codesOf(sheet.options)
  const valueCodes = new Map(sheet.options.map(({ key, values }) => [key, codesOf(values)]))
  return {
    slug: sheet.slug.trim(),
    category: sheet.category === '' ? null : sheet.category,
    state: sheet.state,
    vatCategory: sheet.vatCategory,
    popularity: before?.popularity ?? 0,
    texts: { ...(fr ? { fr } : {}), ...(en ? { en } : {}) },
    options: sheet.options.map((option) => ({
      code: optionCodes.get(option.key) ?? '',
      names: bothOf(option),
      values: option.values.map((value) => ({
        code: valueCodes.get(option.key)?.get(value.key) ?? '',
        names: bothOf(value),
        swatch: value.swatch,
      })),
    })),
    variants: sheet.rows
      .filter(({ sold }) => sold)
      .map(({ id, picks, sku, price, compareAt, stock }) => ({
        ...(id === null ? { stock: Number.parseInt(stock, 10) || 0 } : { id }),
        sku: sku.trim() || null,
        values: sheet.options.map(({ key }) => valueCodes.get(key)?.get(picks[key] ?? '') ?? ''),
        priceCents: centsOf(price) ?? 0,
        compareAtCents: compareAt.trim() === '' ? null : centsOf(compareAt),
      })),
  }
}
