import { randomInt } from 'node:crypto'
import type { Request } from 'autocannon'
import Sqlite from 'better-sqlite3'
import type { BareRoute } from './bare/bare-server.ts'
import type { Question } from './bare/by-hand.ts'
import type { Load } from './measure/load.ts'
import { searchWords } from './seed/multiply-products.ts'

export const query = (path: string, input: unknown) => `/rpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`

/** Reads whose answers stay the same: the ones that the bare server answers too. */
export const readPaths = {
  list: query('shop/catalog.list', { limit: 20 }),
  product: query('shop/catalog.get', { id: 'miel-de-lavande' }),
  search: query('shop/catalog.list', { search: `miel ${searchWords.most}`, limit: 20 }),
}

export const readOne = (path: string, headers: Record<string, string> = {}): Request[] => [
  { method: 'GET', path, headers },
]

const cursor = (searchNo: number) => Buffer.from(JSON.stringify(['products:popular', searchNo])).toString('base64url')
export const pick = <T>(all: readonly T[]): T => all[randomInt(all.length)] as T

/** The same reads, each time of something else: their answers are not kept. */
export const coldOf = (shelf: Shelf): Record<Question, () => string> => ({
  list: () => query('shop/catalog.list', { limit: 20, cursor: cursor(pick(shelf.searchNos)) }),
  product: () => query('shop/catalog.get', { id: pick(shelf.products) }),
  search: () => query('shop/catalog.list', { limit: 20, search: `${pick(shelf.words)} serie ${randomInt(1, 1000)}` }),
})

/** Each kept read with some of the same that are not: what the bare server is asked too. */
export function pathsOf(file: string, turns = 5000): Record<Question, [kept: string, ...cold: string[]]> {
  const cold = coldOf(readShelf(file))
  const some = (name: Question) => Array.from({ length: turns }, cold[name])
  return {
    list: [readPaths.list, ...some('list')],
    product: [readPaths.product, ...some('product')],
    search: [readPaths.search, ...some('search')],
  }
}

/** The same questions to the bare server, which reads and answers as the shop does: `bytes` as it was kept, `sql` another one each time. */
export const bareLoad = (kind: 'bytes' | 'sql', { name, turns }: BareRoute): Load => ({
  requests:
    kind === 'bytes'
      ? readOne(`/bytes/${name}`)
      : [
          {
            method: 'GET',
            setupRequest: (asked) => ({
              ...asked,
              path: `/sql/${name}?input=${encodeURIComponent(pick(turns).asked)}`,
            }),
          },
        ],
  connections: 16,
})

export interface Shelf {
  products: string[]
  variants: string[]
  searchNos: number[]
  words: string[]
}

export function readShelf(file: string): Shelf {
  const db = new Sqlite(file, { readonly: true })
  const column = <T>(source: string) => db.prepare<[], T>(source).pluck().all()
  const shelf: Shelf = {
    products: column(`select id from products where state = 'published' order by random()`),
    variants: column(`select v.id from variants v join products p on p.id = v.product_id
      where p.state = 'published' and not v.archived and v.on_hand - v.allocated > 1000 order by random()`),
    searchNos: column(`select search_no from products where state = 'published' order by random()`),
    words: column<string>(`select words from product_words where language = 'fr' order by random() limit 500`).map(
      (words) => words.split(' ')[0] ?? '',
    ),
  }
  db.close()
  return shelf
}
