import type { Id } from '@comptoir/domain'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export const cartTables = (c: Columns) => {
  // `ownerKey` is the account's id while the cart is open and null after: one open cart per account, on both engines.
  const carts = c.table('carts', {
    id: c.text().$type<Id<'cart'>>().primaryKey(),
    userId: c.text().$type<Id<'user'>>(),
    ownerKey: c.text().unique(),
    tokenHash: c.text().unique(),
    state: c.text().$type<'open' | 'ordered' | 'merged'>().notNull(),
    orderId: c.text().$type<Id<'order'>>(),
    mergedIntoId: c.text().$type<Id<'cart'>>(),
    createdAt: c.instant().notNull(),
    updatedAt: c.instant().notNull(),
    version: c.int().notNull(),
  })
  const cartLines = c.table(
    'cart_lines',
    {
      id: c.text().$type<Id<'line'>>().primaryKey(),
      cartId: c
        .text()
        .$type<Id<'cart'>>()
        .notNull()
        .references(() => carts.id),
      variantId: c.text().$type<Id<'variant'>>().notNull(),
      quantity: c.int().notNull(),
      seenUnitCents: c.cents().notNull(),
      position: c.int().notNull(),
    },
    (t) => [
      c.uniqueIndex('cart_lines_once').on(t.cartId, t.variantId),
      c.check('cart_lines_quantity', sql`${t.quantity} > 0`),
    ],
  )
  return { carts, cartLines }
}
