import type { Columns } from '../columns.ts'
import { billingTables } from './billing.ts'
import { cartTables } from './carts.ts'
import { catalogTables } from './catalog.ts'
import { catalogFindingTables } from './catalog-finding.ts'
import { catalogWorkTables } from './catalog-work.ts'
import { orderTables } from './orders.ts'
import { outboxTables } from './outbox.ts'
import { peopleTables } from './people.ts'
import { supportTables } from './support.ts'
import { tokenTables } from './tokens.ts'
import { upkeepTables } from './upkeep.ts'

/** Every table of the shop, in one spelling. */
export const defineTables = (c: Columns) => {
  const people = peopleTables(c)
  const catalog = catalogTables(c)
  return {
    ...people,
    ...tokenTables(c, people),
    ...catalog,
    ...catalogFindingTables(c, catalog),
    ...catalogWorkTables(c),
    ...cartTables(c),
    ...orderTables(c),
    ...billingTables(c),
    ...supportTables(c),
    ...outboxTables(c),
    ...upkeepTables(c),
  }
}
export type Tables = ReturnType<typeof defineTables>
