import { currencies } from '@comptoir/domain'
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import { sqliteTables } from '../tables.sqlite.ts'
import { type Check, type Sheet, sheet } from './check.ts'

const name = (text: string): SQL => sql`${sql.identifier(text)}`
const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const together = (parts: readonly SQL[], word: SQL): SQL => sql.join([...parts], sql` ${word} `)

// Every column of the shop that holds money, by its name: a new table is checked from its first day.
const everyTable = Object.values(sqliteTables).map((table) => {
  const columns = Object.keys(getTableColumns(table)).map(snake)
  return { table: getTableName(table), key: columns[0] ?? '', columns }
})
const badAmount = (column: string): SQL =>
  sql`(${name(column)} <> cast(${name(column)} as bigint) or ${name(column)} not between -9007199254740991 and 9007199254740991)`
const amounts: Check[] = everyTable.flatMap(({ table, key, columns }) => {
  const money = columns.filter((column) => column.endsWith('_cents'))
  if (money.length === 0) return []
  const found = money.map((column) => sql`when ${badAmount(column)} then ${`${column} `} || ${name(column)}`)
  return {
    invariant: 'INV-01',
    says: `${table} holds {found}: not a whole number of minor units that can be counted`,
    find: sql`select ${name(key)} as subject, case ${together(found, sql``)} end as found, null as wanted
      from ${name(table)} where ${together(money.map(badAmount), sql`or`)}`,
  }
})
const strangeCurrency: Check = {
  invariant: 'INV-01',
  says: 'the amount is in {found}, a currency that the shop cannot count in',
  find: together(
    everyTable
      .filter(({ columns }) => columns.includes('currency'))
      .map(
        ({ table, key }) => sql`select ${name(key)} as subject, currency as found, null as wanted
      from ${name(table)} where currency not in (${together(
        Object.keys(currencies).map((currency) => sql`${currency}`),
        sql`,`,
      )})`,
      ),
    sql`union all`,
  ),
}

const perLine = sql`(select order_id, sum(full_cents) as full_sum, sum(discount_cents) as discount_sum,
  sum(net_cents) as net_sum, sum(gross_cents) as gross_sum from order_lines group by order_id)`
const perTax = sql`(select order_id, sum(net_cents) as net_sum, sum(tax_cents) as tax_sum, sum(gross_cents) as gross_sum
  from order_taxes group by order_id)`
const perGroup = sql`(select order_id, vat_category, rate_bp, sum(gross_cents) as gross_sum
  from order_lines group by order_id, vat_category, rate_bp)`

/** Amounts of orders: INV-01, INV-02, INV-09. */
export const amountChecks: Check[] = [
  ...amounts,
  strangeCurrency,
  {
    invariant: 'INV-02',
    says: 'the tax of a group is {found}, its rate gives {wanted}',
    find: sql`select subject, found, wanted from (
      select t.order_id as subject, t.net_cents + t.tax_cents - t.gross_cents as gap, t.tax_cents as found,
        case when o.basis = 'inclusive'
          then (2 * t.gross_cents * t.rate_bp + 10000 + t.rate_bp) / (2 * (10000 + t.rate_bp))
          else (2 * t.net_cents * t.rate_bp + 10000) / 20000 end as wanted
      from order_taxes t join orders o on o.id = t.order_id) as taxed
      where found <> wanted or gap <> 0`,
  },
  {
    invariant: 'INV-02',
    says: 'lines of one rate come to {found}, the tax group of that rate holds {wanted}',
    find: sql`select l.order_id as subject, l.gross_sum as found, t.gross_cents as wanted from ${perGroup} l
      left join order_taxes t
        on t.order_id = l.order_id and t.vat_category = l.vat_category and t.rate_bp = l.rate_bp
      where l.gross_sum <> 0 and (t.gross_cents is null or t.gross_cents < l.gross_sum)`,
  },
]

const lineSheet = sheet(
  sql`select id, unit_cents, quantity, full_cents, discount_cents, amount_cents, net_cents, tax_cents, gross_cents
    from order_lines`,
  [
    {
      ...{ invariant: 'INV-02', subject: sql`id`, found: sql`full_cents`, wanted: sql`unit_cents * quantity` },
      says: 'line amounts do not follow from unit price x quantity - discount: full is {found}, should be {wanted}',
      when: sql`full_cents <> unit_cents * quantity or amount_cents <> full_cents - discount_cents
      or net_cents + tax_cents <> gross_cents`,
    },
    {
      ...{ invariant: 'INV-09', subject: sql`id`, found: sql`amount_cents` },
      says: 'an amount of the line is below zero: {found}',
      when: sql`amount_cents < 0 or net_cents < 0 or tax_cents < 0 or gross_cents < 0 or discount_cents < 0`,
    },
  ],
)
const orderSheet = sheet(
  sql`select o.id, o.basis, o.goods_cents, o.discount_cents, o.delivery_cents, o.net_cents, o.tax_cents, o.total_cents,
      l.order_id as lined, l.full_sum, l.discount_sum, l.net_sum, l.gross_sum,
      coalesce(t.net_sum, 0) as taxed_net, coalesce(t.tax_sum, 0) as taxed_tax, coalesce(t.gross_sum, 0) as taxed_gross
    from orders o left join ${perLine} l on l.order_id = o.id left join ${perTax} t on t.order_id = o.id`,
  [
    {
      ...{ invariant: 'INV-02', says: 'goods and discount of the order are {found}, its lines say {wanted}' },
      when: sql`lined is null or goods_cents <> full_sum or discount_cents <> discount_sum`,
      ...{ subject: sql`id`, found: sql`goods_cents - discount_cents`, wanted: sql`full_sum - discount_sum` },
    },
    {
      ...{ invariant: 'INV-02', says: 'the order total is {found}, its lines and delivery come to {wanted}' },
      when: sql`lined is not null and (net_cents + tax_cents <> total_cents
        or (basis = 'inclusive' and total_cents <> gross_sum + delivery_cents)
        or (basis = 'exclusive' and net_cents <> net_sum + delivery_cents))`,
      ...{ subject: sql`id`, found: sql`total_cents`, wanted: sql`gross_sum + delivery_cents` },
    },
    {
      ...{ invariant: 'INV-02', says: 'the order total is {found}, its tax groups come to {wanted}' },
      when: sql`taxed_net <> net_cents or taxed_tax <> tax_cents or taxed_gross <> total_cents`,
      ...{ subject: sql`id`, found: sql`total_cents`, wanted: sql`taxed_gross` },
    },
    {
      ...{ invariant: 'INV-09', says: 'an amount of the order is below zero: {found}' },
      when: sql`total_cents < 0 or net_cents < 0 or tax_cents < 0 or discount_cents < 0 or delivery_cents < 0`,
      ...{ subject: sql`id`, found: sql`total_cents` },
    },
  ],
)

/** What belongs to one order or line is looked at together. */
export const amountSheets: readonly Sheet[] = [lineSheet, orderSheet]
