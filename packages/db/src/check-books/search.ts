import { locales } from '@comptoir/domain'
import { sql } from 'drizzle-orm'
import type { Check } from './check.ts'

const languages = sql.join(
  locales.map((locale) => sql`select cast(${locale} as text) as language`),
  sql` union all `,
)

/** What a search reads, against the words on file: no product is missing from it, and none that is gone is in it. INV-71. */
export const searchChecks: Check[] = [
  {
    invariant: 'INV-71',
    says: 'the words of the product in {found} are not where a search reads them',
    find: sql`select p.id as subject, l.language as found, null as wanted from products p cross join (${languages}) as l
      where p.state = 'published' and not exists (select 1 from product_words w where w.product_id = p.id
        and w.language = l.language and w.no = p.search_no * 2 + case l.language when 'en' then 1 else 0 end)`,
  },
  {
    invariant: 'INV-71',
    says: 'a search in {found} does not find the product by the first of its words',
    find: (db) => db.dialect.faults.unfound,
  },
  {
    invariant: 'INV-71',
    says: 'the text index has words of a product that is not there',
    find: (db) => db.dialect.faults.strayWords,
  },
]
