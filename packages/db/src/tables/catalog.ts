import type { Id, Locale } from '@comptoir/domain'
import type { VatCategory } from '@comptoir/domain/cart'
import type { ProductState } from '@comptoir/domain/catalog'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export type MovementKind = 'received' | 'adjustment' | 'sale' | 'return'

export const catalogTables = (c: Columns) => {
  const categories = c.table('categories', {
    id: c.text().$type<Id<'category'>>().primaryKey(),
    slug: c.text().notNull().unique(),
    tint: c.text().notNull(),
    position: c.int().notNull(),
  })
  const categoryTexts = c.table(
    'category_texts',
    {
      categoryId: c
        .text()
        .$type<Id<'category'>>()
        .notNull()
        .references(() => categories.id),
      language: c.text().$type<Locale>().notNull(),
      name: c.text().notNull(),
      description: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.categoryId, t.language] })],
  )

  // `searchNo` orders by popularity (descending) and is the search index's row key; price, stock and sort columns are kept by the writes.
  const products = c.table(
    'products',
    {
      id: c.text().$type<Id<'product'>>().primaryKey(),
      slug: c.text().notNull().unique(),
      categoryId: c
        .text()
        .$type<Id<'category'>>()
        .references(() => categories.id),
      state: c.text().$type<ProductState>().notNull(),
      vatCategory: c.text().$type<VatCategory>().notNull(),
      popularity: c.int().notNull(),
      searchNo: c.int().notNull().unique(),
      minPriceCents: c.cents().notNull(),
      maxPriceCents: c.cents().notNull(),
      inStock: c.flag().notNull(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
      // When it first came onto the shelf; null for what nobody outside ever saw.
      shownAt: c.instant(),
      version: c.int().notNull(),
    },
    (t) => [
      c.index('products_popular').on(t.state, t.searchNo),
      c.index('products_newest').on(t.state, t.id),
      c.index('products_price').on(t.state, t.minPriceCents, t.id),
      c.index('products_category_popular').on(t.state, t.categoryId, t.searchNo),
      c.index('products_category_newest').on(t.state, t.categoryId, t.id),
      c.index('products_category_price').on(t.state, t.categoryId, t.minPriceCents, t.id),
      c.check('products_prices', sql`${t.minPriceCents} >= 0 and ${t.maxPriceCents} >= ${t.minPriceCents}`),
    ],
  )
  const productTexts = c.table(
    'product_texts',
    {
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      language: c.text().$type<Locale>().notNull(),
      name: c.text().notNull(),
      line: c.text().notNull(),
      description: c.text().notNull(),
      facts: c.json<{ name: string; value: string }[]>().notNull(),
      keywords: c.text().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.productId, t.language] }),
      // All that a card says: lists do not touch the rows with the long descriptions.
      c.index('product_texts_of_cards').on(t.productId, t.language, t.name, t.line),
    ],
  )

  // Folded words, one row per product and language; the engines' text indexes hang on it (guards.ts).
  const productWords = c.table(
    'product_words',
    {
      no: c.int().primaryKey(),
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      language: c.text().$type<Locale>().notNull(),
      words: c.text().notNull(),
      // What its prices are near and its category (search.ts): a search within them reads them from the index.
      marks: c.text().notNull().default(''),
    },
    (t) => [c.uniqueIndex('product_words_once').on(t.productId, t.language)],
  )

  const productOptions = c.table(
    'product_options',
    {
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      code: c.text().notNull(),
      position: c.int().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.productId, t.code] })],
  )
  const productOptionValues = c.table(
    'product_option_values',
    {
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      optionCode: c.text().notNull(),
      code: c.text().notNull(),
      position: c.int().notNull(),
      swatch: c.text(),
    },
    (t) => [
      c.primaryKey({ columns: [t.productId, t.optionCode, t.code] }),
      // Most values have no colour: lists look at those that have one.
      c
        .index('product_option_values_of_cards')
        .on(t.productId, t.position, t.swatch)
        .where(sql`${t.swatch} is not null`),
    ],
  )
  // `valueCode` is empty where the row names the option itself.
  const productOptionTexts = c.table(
    'product_option_texts',
    {
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      optionCode: c.text().notNull(),
      valueCode: c.text().notNull(),
      language: c.text().$type<Locale>().notNull(),
      name: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.productId, t.optionCode, t.valueCode, t.language] })],
  )

  const variants = c.table(
    'variants',
    {
      id: c.text().$type<Id<'variant'>>().primaryKey(),
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      sku: c.text().unique(),
      values: c.json<string[]>().notNull(),
      valuesKey: c.text().notNull(),
      priceCents: c.cents().notNull(),
      compareAtCents: c.cents(),
      onHand: c.int().notNull(),
      allocated: c.int().notNull(),
      position: c.int().notNull(),
      archived: c.flag().notNull(),
    },
    (t) => [
      c.uniqueIndex('variants_once').on(t.productId, t.valuesKey),
      c.check('variants_price_not_negative', sql`${t.priceCents} >= 0`),
      c.check('variants_stock', sql`${t.onHand} >= 0 and ${t.allocated} >= 0 and ${t.allocated} <= ${t.onHand}`),
    ],
  )

  // What a variant cost before, once it stood on the shelf: a reduction names the lowest of thirty days.
  const pastPrices = c.table(
    'past_prices',
    {
      variantId: c
        .text()
        .$type<Id<'variant'>>()
        .notNull()
        .references(() => variants.id),
      until: c.instant().notNull(),
      priceCents: c.cents().notNull(),
      compareAtCents: c.cents(),
    },
    (t) => [c.primaryKey({ columns: [t.variantId, t.until] })],
  )

  // `path` + '-480.webp' is a picture of ours; `sourceUrl` remembers where an imported one comes from.
  const images = c.table(
    'images',
    {
      id: c.text().$type<Id<'image'>>().primaryKey(),
      productId: c
        .text()
        .$type<Id<'product'>>()
        .notNull()
        .references(() => products.id),
      path: c.text(),
      sourceUrl: c.text(),
      alt: c.json<Partial<Record<Locale, string>>>().notNull(),
      values: c.json<string[]>().notNull(),
      position: c.int().notNull(),
    },
    (t) => [c.index('images_of_product').on(t.productId, t.position)],
  )

  const stockMovements = c.table(
    'stock_movements',
    {
      id: c.text().$type<Id<'movement'>>().primaryKey(),
      variantId: c
        .text()
        .$type<Id<'variant'>>()
        .notNull()
        .references(() => variants.id),
      kind: c.text().$type<MovementKind>().notNull(),
      quantity: c.int().notNull(),
      orderId: c.text().$type<Id<'order'>>(),
      reason: c.text().notNull(),
      actorId: c.text().$type<Id<'user'>>(),
      requestId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [
      c.index('stock_movements_of_variant').on(t.variantId, t.id),
      c.check('stock_movements_not_zero', sql`${t.quantity} <> 0`),
    ],
  )

  // For later: stock held while a shopper is in the checkout (RULES 4.8, decision 0010).
  const holds = c.table(
    'holds',
    {
      cartId: c.text().$type<Id<'cart'>>().notNull(),
      variantId: c
        .text()
        .$type<Id<'variant'>>()
        .notNull()
        .references(() => variants.id),
      quantity: c.int().notNull(),
      expiresAt: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.cartId, t.variantId] }), c.check('holds_positive', sql`${t.quantity} > 0`)],
  )

  return {
    categories,
    categoryTexts,
    products,
    productTexts,
    productWords,
    productOptions,
    productOptionValues,
    productOptionTexts,
    variants,
    pastPrices,
    images,
    stockMovements,
    holds,
  }
}
