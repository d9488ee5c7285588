import type { Id, Locale } from '@comptoir/domain'
import { otherLocale, type ProductTexts } from '@comptoir/domain/catalog'
import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { holes, listed, prepared } from '../prepared.ts'

type ProductIds = readonly Id<'product'>[]

const namesOfSome = prepared(({ tables: { productTexts: t }, ...db }: Reader, hole, size) =>
  db
    .select({ productId: t.productId, language: t.language, name: t.name })
    .from(t)
    .where(inArray(t.productId, holes(hole, t.productId, size))),
)

/** The names of products in both languages. */
export async function namesOf(db: Reader, ids: ProductIds) {
  const found = new Map<Id<'product'>, Partial<Record<Locale, { name: string }>>>()
  if (ids.length === 0) return found
  for (const { productId, language, name } of await namesOfSome(db, listed(ids), ids.length))
    found.set(productId, { ...found.get(productId), [language]: { name } })
  return found
}

const textsOfSome = prepared(({ tables: { productTexts: t }, ...db }: Reader, hole, size) =>
  db
    .select()
    .from(t)
    .where(inArray(t.productId, holes(hole, t.productId, size))),
)

/** The texts of products in both languages. */
export async function textsOf(
  db: Reader,
  ids: ProductIds,
): Promise<Map<Id<'product'>, Partial<Record<Locale, ProductTexts>>>> {
  const found = new Map<Id<'product'>, Partial<Record<Locale, ProductTexts>>>()
  if (ids.length === 0) return found
  for (const { productId, language, ...texts } of await textsOfSome(db, listed(ids), ids.length))
    found.set(productId, { ...found.get(productId), [language]: texts })
  return found
}

const shownTextIn = (language: Locale) =>
  prepared(({ tables: { productTexts: t }, ...db }: Reader, hole) =>
    db
      .select({ name: t.name, line: t.line, description: t.description, facts: t.facts })
      .from(t)
      .where(and(eq(t.productId, hole('id', t.productId)), eq(t.language, language))),
  )
const shownText = { fr: shownTextIn('fr'), en: shownTextIn('en') }
export type ShownText = Omit<ProductTexts, 'keywords'>

/** What a product's page says, in a language or the other one where it has no text. */
export async function shownTextOf(db: Reader, id: Id<'product'>, locale: Locale): Promise<ShownText | undefined> {
  const [text] = await shownText[locale](db, { id })
  return text ?? (await shownText[otherLocale(locale)](db, { id }))[0]
}
