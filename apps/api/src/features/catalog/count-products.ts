import type { Reader } from '@comptoir/db'
import { countProducts, mostCounted } from '@comptoir/db/stores/product-facets'
import type { ProductFilter } from '@comptoir/db/stores/product-filters'
import type { Locale } from '@comptoir/domain'
import { fewLeftFrom } from '@comptoir/domain/catalog'
import type { AdminProductCountsInput } from '@comptoir/domain/catalog/inputs'
import type { ProductCountsView } from './product-row-view.ts'
import { categoryIdOf } from './read-catalog.ts'

const atMost = { low: fewLeftFrom, out: 0 } as const

/** The filters of a list for staff. Refuses: category_not_found. */
export async function staffFilter(
  db: Reader,
  { category, search = '', state, stock }: AdminProductCountsInput,
  locale: Locale,
): Promise<ProductFilter> {
  const categoryId = category === undefined ? null : await categoryIdOf(db, category)
  return { locale, search, state: state ?? null, categoryId, stockAtMost: stock && atMost[stock] }
}

/** How many products each state and each stock filter would list, the other filters kept. Refuses: category_not_found. */
export async function countForStaff(
  db: Reader,
  input: AdminProductCountsInput,
  locale: Locale,
): Promise<ProductCountsView> {
  const filter = await staffFilter(db, input, locale)
  const counted = (over: Partial<ProductFilter>) => countProducts(db, { ...filter, ...over })
  const counts = {
    total: await counted({}),
    draft: await counted({ state: 'draft' }),
    published: await counted({ state: 'published' }),
    archived: await counted({ state: 'archived' }),
    low: await counted({ stockAtMost: atMost.low }),
    out: await counted({ stockAtMost: atMost.out }),
  }
  const capped = (count: number) => Math.min(count, mostCounted)
  return {
    ...{ total: capped(counts.total), low: capped(counts.low), out: capped(counts.out) },
    ...{ draft: capped(counts.draft), published: capped(counts.published), archived: capped(counts.archived) },
    more: Object.values(counts).some((count) => count > mostCounted),
  }
}
