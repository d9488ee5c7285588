import { AdminProductsInput, CatalogListInput } from '@comptoir/domain/catalog/inputs'
import { AdminOrdersInput } from '@comptoir/domain/orders/inputs'
import { AuditInput, CustomersInput } from '@comptoir/domain/people/inputs'
import { StatsInput } from '@comptoir/domain/stats/inputs'
import { AdminThreadsInput } from '@comptoir/domain/support/inputs'
import { describe, expect, test } from 'vitest'
import {
  adminOrdersSearch,
  adminProductsSearch,
  adminThreadsSearch,
  auditSearch,
  catalogSearch,
  customersSearch,
  signInSearch,
  statsSearch,
} from './search-params.ts'

/** What anyone may write behind the `?` of an address. */
const oddities: unknown[] = [
  ...['', ' ', 'a', 'é'.repeat(300), 'x'.repeat(101), 'epicerie', 'Pas Un Slug', '-', '2026-02-29', '2026-02-28'],
  ...['2026-13-01', 'paid', 'open', 'draft', 'popular', 'rouge', 'a@b.fr', 'a@b', 'a b@c.fr', "o'neil@a.fr", '..@a.fr'],
  ...[
    '.a@b.fr',
    `${'x'.repeat(99)}😀`,
    'a\ud83d',
    'a..b@c.fr',
    'a@-b.fr',
    'A@B.FR',
    '%',
    '\u0000',
    'C234',
    'c'.repeat(30),
  ],
  ...[0, 1, -1, 1.5, 1234567890, 100_000_000_00, 100_000_000_01, Number.NaN, Infinity],
  ...[
    ['couleur:bleu'],
    ['couleur:bleu', 'couleur:bleu', 3],
    ['Couleur:Bleu'],
    Array.from({ length: 12 }, (_, i) => `taille:${i}`),
  ],
  ...[true, false, null, undefined, [], ['a'], {}, { a: 1 }],
]

const lists = [
  { of: 'the shelves', read: catalogSearch, schema: CatalogListInput },
  { of: 'the orders', read: adminOrdersSearch, schema: AdminOrdersInput },
  { of: 'the products', read: adminProductsSearch, schema: AdminProductsInput },
  { of: 'the inbox', read: adminThreadsSearch, schema: AdminThreadsInput },
  { of: 'the customers', read: customersSearch, schema: CustomersInput },
  { of: 'the trail', read: auditSearch, schema: AuditInput },
  { of: 'the figures', read: statsSearch, schema: StatsInput },
]

describe.for(lists)('an address of $of', ({ read, schema }) => {
  const names = Object.keys(schema.shape)
  test('is always something the shop takes, whatever was written in it', () => {
    for (const name of [...names, 'unknown'])
      for (const value of oddities) {
        const asked: unknown = read({ [name]: value })
        expect(schema.safeParse(asked).success, `${name}=${JSON.stringify(value)}`).toBe(true)
      }
  })
  test('reads back as itself', () => {
    for (const name of names)
      for (const value of oddities) {
        const asked = read({ [name]: value })
        expect(read(asked)).toEqual(asked)
      }
  })
})

test('the shelves keep everything that was asked for', () => {
  const asked = {
    ...{ search: 'café', category: 'epicerie', sort: 'price_asc', minCents: 100, maxCents: 2000, inStock: true },
  }
  expect(catalogSearch(asked)).toEqual(asked)
})
test('a number typed as a search is a search', () => {
  expect(catalogSearch({ search: 72 })).toEqual({ search: '72' })
})
test('the orders keep every filter', () => {
  const asked = {
    ...{ status: 'paid', payment: 'paid', delivery: 'none', email: 'alice@email.test', reference: 'C234' },
    ...{ from: '2026-01-01', to: '2026-12-31' },
  }
  expect(adminOrdersSearch(asked)).toEqual(asked)
})

describe('the way back after signing in', () => {
  test('is a page of this shop', () => {
    expect(signInSearch({ back: '/fr/checkout?a=1' })).toEqual({ back: '/fr/checkout?a=1' })
  })
  test.for(['//evil.test', '/\\evil.test', '/\t/evil.test', 'https://evil.test', 'javascript:alert(1)', '', 7])(
    'is never another place: %s',
    (back) => {
      expect(signInSearch({ back })).toEqual({})
    },
  )
})
