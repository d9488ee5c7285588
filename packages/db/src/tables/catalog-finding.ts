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

  // Beginnings of 3 letters and more of every word that the index ever held; `whole` where it is a word itself.
  const searchWords = c.table(
    'search_words',
    {
      language: c.text().$type<Locale>().notNull(),
      beginning: c.text().notNull(),
      whole: c.flag().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.language, t.beginning] })],
  )

  return { productSlugs, searchWords }
}
