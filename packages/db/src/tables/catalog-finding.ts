import type { Id, Locale } from '@comptoir/domain'
import type { Columns } from '../columns.ts'
import type { catalogTables } from './catalog.ts'

/** By what products are found: every address that they ever had, and the words that a search may have meant. */
export const catalogFindingTables = (c: Columns, { products }: Pick<ReturnType<typeof catalogTables>, 'products'>) => {
  // The address of today and all earlier ones: an old one leads on, and no other product can take it.
  const productSlugs = c.table(
    'product_slugs',
    {
      slug: c.text().primaryKey(),
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
    },
    (t) => [c.index('product_slugs_of_product').on(t.productId)],
  )

  // Beginnings of 3 letters and more of every word that the index ever held, and every mark; `whole` where it is a word itself. `kinds` has
  // one character for each kind of product that it was noted of; null where they are not known, or too many to tell anything.
  const searchWords = c.table(
    'search_words',
    {
      language: c.text().$type<Locale>().notNull(),
      beginning: c.text().notNull(),
      whole: c.flag().notNull(),
      kinds: c.text(),
    },
    (t) => [c.primaryKey({ columns: [t.language, t.beginning] })],
  )

  return { productSlugs, searchWords }
}
