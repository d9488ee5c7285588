import { type Id, type Locale, locales } from '@comptoir/domain'
import { wordsOf } from '@comptoir/domain/catalog'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { prepared } from '../prepared.ts'
import { remembered } from '../remembered.ts'

/** A category as it shall be. */
export interface CategoryDraft {
  slug: string
  tint: string
  position: number
  texts: Record<Locale, { name: string; description: string }>
}

/** Puts a category on file, or replaces the one with its slug. */
export async function saveCategory(tx: Writer, draft: CategoryDraft, fresh: Id<'category'>): Promise<Id<'category'>> {
  const { categories, categoryTexts } = tx.tables
  const { slug, tint, position } = draft
  const [row] = await tx
    .insert(categories)
    .values({ id: fresh, slug, tint, position })
    .onConflictDoUpdate({ target: categories.slug, set: { tint, position } })
    .returning({ id: categories.id })
  const id = row?.id ?? fresh
  await tx.delete(categoryTexts).where(eq(categoryTexts.categoryId, id))
  await tx
    .insert(categoryTexts)
    .values(locales.map((language) => ({ categoryId: id, language, ...draft.texts[language] })))
  return id
}

const idAtSlug = prepared(({ tables: { categories: c }, ...db }: Reader, hole) =>
  db
    .select({ id: c.id })
    .from(c)
    .where(eq(c.slug, hole('slug', c.slug))),
)

export async function findCategory(db: Reader, slug: string): Promise<{ id: Id<'category'> } | undefined> {
  const [row] = await idAtSlug(db, { slug })
  return row
}

/** The slug of the category that a product type names, by slug or by name in either language; null when there is none. */
export async function categoryForType(db: Reader, type: string): Promise<string | null> {
  const wanted = wordsOf([type])
  if (wanted === '') return null
  const { categories, categoryTexts } = db.tables
  const rows = await db
    .select({ slug: categories.slug, name: categoryTexts.name })
    .from(categories)
    .innerJoin(categoryTexts, eq(categoryTexts.categoryId, categories.id))
  return rows.find(({ slug, name }) => wordsOf([slug]) === wanted || wordsOf([name]) === wanted)?.slug ?? null
}

const inOrder = prepared(({ tables: { categories: c }, ...db }: Reader) =>
  db.select().from(c).orderBy(asc(c.position), asc(c.id)),
)
const allTexts = prepared(({ tables: { categoryTexts }, ...db }: Reader) => db.select().from(categoryTexts))
const faceOf = prepared(({ tables: { images, products }, ...db }: Reader, hole) =>
  db
    .select({ path: images.path, alt: images.alt })
    .from(products)
    .innerJoin(images, and(eq(images.productId, products.id), eq(images.position, 0), isNotNull(images.path)))
    .where(and(eq(products.state, 'published'), eq(products.categoryId, hole('category', products.categoryId))))
    .orderBy(asc(products.searchNo))
    .limit(1),
)

/** All categories in order, each with the first picture of its most popular product on the shelf; every page shows them. */
export const listCategories = remembered(async (db, locale: Locale) => {
  const rows = await inOrder(db, {})
  const texts = await allTexts(db, {})
  const items = []
  for (const { id, slug, tint } of rows) {
    const own = texts.filter(({ categoryId }) => categoryId === id)
    const text = own.find(({ language }) => language === locale) ?? own[0]
    const [image] = await faceOf(db, { category: id })
    items.push({
      ...{ slug, tint, name: text?.name ?? slug, description: text?.description ?? '' },
      image: image ?? null,
    })
  }
  return items
})
