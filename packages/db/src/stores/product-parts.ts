import { type Id, type Locale, locales } from '@comptoir/domain'
import { type ImageDraft, inLanguage, type ProductDraft, type ProductOption, wordsOf } from '@comptoir/domain/catalog'
import { eq } from 'drizzle-orm'
import type { Writer } from '../database.ts'
import { imagesOf, optionsOf } from './catalog.ts'
import type { Cause } from './stock.ts'

type ProductId = Id<'product'>

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Keeps the texts of a product as they shall be; a language that is missing has no row. */
export async function saveTexts(tx: Writer, id: ProductId, texts: ProductDraft['texts']): Promise<void> {
  const { productTexts } = tx.tables
  const wanted = locales.flatMap((language) => {
    const of = texts[language]
    if (of === undefined) return []
    const { name, line, description, facts, keywords } = of
    return [{ productId: id, language, name, line, description, facts, keywords }]
  })
  await tx.delete(productTexts).where(eq(productTexts.productId, id))
  await tx.insert(productTexts).values(wanted)
}

/** Keeps options, values and their names as they shall be. */
export async function saveOptions(tx: Writer, id: ProductId, options: readonly ProductOption[]): Promise<void> {
  const { productOptions, productOptionValues, productOptionTexts } = tx.tables
  const known = (await optionsOf(tx, [id])).get(id) ?? []
  const plain = options.map(({ code, names, values }) => ({
    code,
    names: { fr: names.fr, en: names.en },
    values: values.map((value) => ({
      code: value.code,
      names: { fr: value.names.fr, en: value.names.en },
      swatch: value.swatch,
    })),
  }))
  if (same(known, plain)) return
  await tx.delete(productOptionTexts).where(eq(productOptionTexts.productId, id))
  await tx.delete(productOptionValues).where(eq(productOptionValues.productId, id))
  await tx.delete(productOptions).where(eq(productOptions.productId, id))
  if (plain.length === 0) return
  await tx.insert(productOptions).values(plain.map(({ code }, position) => ({ productId: id, code, position })))
  await tx.insert(productOptionValues).values(
    plain.flatMap((option) =>
      option.values.map(({ code, swatch }, position) => ({
        productId: id,
        optionCode: option.code,
        code,
        swatch,
        position,
      })),
    ),
  )
  const named = (optionCode: string, valueCode: string, names: Record<Locale, string>) =>
    locales.map((language) => ({ productId: id, optionCode, valueCode, language, name: names[language] }))
  await tx
    .insert(productOptionTexts)
    .values(
      plain.flatMap((option) => [
        ...named(option.code, '', option.names),
        ...option.values.flatMap((value) => named(option.code, value.code, value.names)),
      ]),
    )
}

/** Keeps the pictures of a product as they shall be; one that stays keeps its id. */
export async function saveImages(
  tx: Writer,
  id: ProductId,
  drafts: readonly ImageDraft[],
  { ids }: Pick<Cause, 'ids'>,
): Promise<void> {
  const { images } = tx.tables
  const known = (await imagesOf(tx, [id])).get(id) ?? []
  const faces = known.map(({ path, sourceUrl, alt, values }) => ({ path, sourceUrl, alt, values }))
  if (
    same(
      faces,
      drafts.map(({ path, sourceUrl, alt, values }) => ({ path, sourceUrl, alt, values })),
    )
  )
    return
  await tx.delete(images).where(eq(images.productId, id))
  const left = [...known]
  const idOf = (draft: ImageDraft) => {
    const at = left.findIndex(({ path, sourceUrl }) =>
      draft.sourceUrl === null ? path === draft.path : sourceUrl === draft.sourceUrl,
    )
    return (at >= 0 ? left.splice(at, 1)[0]?.id : undefined) ?? ids('image')
  }
  if (drafts.length === 0) return
  await tx
    .insert(images)
    .values(drafts.map((draft, position) => ({ id: idOf(draft), productId: id, ...draft, position })))
}

/** The words that find a product, per language: its texts, options, category and SKUs; a missing language has the other's. */
export async function wordsOfProduct(
  tx: Writer,
  draft: Pick<ProductDraft, 'texts' | 'options' | 'variants' | 'slug'> & { categoryId: Id<'category'> | null },
): Promise<Record<Locale, string>> {
  const category = draft.categoryId === null ? {} : await categoryNames(tx, draft.categoryId)
  const skus = draft.variants.flatMap(({ sku }) => sku ?? [])
  const inWords = (locale: Locale) => {
    const texts = inLanguage<ProductDraft['texts']['fr']>(draft.texts, locale)
    const facts = texts?.facts.flatMap(({ name, value }) => [name, value]) ?? []
    const options = draft.options.flatMap(({ names, values }) => [
      names[locale],
      ...values.map((value) => value.names[locale]),
    ])
    const own = [texts?.name ?? '', texts?.line ?? '', texts?.keywords ?? '', texts?.description ?? '']
    return wordsOf([...own, ...facts, ...options, inLanguage(category, locale) ?? '', ...skus, draft.slug])
  }
  return { fr: inWords('fr'), en: inWords('en') }
}

async function categoryNames(tx: Writer, id: Id<'category'>): Promise<Partial<Record<Locale, string>>> {
  const { categoryTexts } = tx.tables
  const rows = await tx.select().from(categoryTexts).where(eq(categoryTexts.categoryId, id))
  return Object.fromEntries(rows.map(({ language, name }) => [language, name]))
}
