import { randomInt } from 'node:crypto'
import { openDatabase, type Reader } from '@comptoir/db'
import { listProducts, type ProductQuery } from '@comptoir/db/stores/product-lists'
import type { Locale } from '@comptoir/domain'
import Sqlite from 'better-sqlite3'
import type { Measured } from '../measure/load.ts'
import { searchWords } from '../seed/multiply-products.ts'

type Asked = Partial<ProductQuery>

/** What a shelf of this size has: words that people may search for, and places in the list to go on from. */
interface Known {
  words: string[]
  othersWords: string[]
  searchNos: number[]
  ids: string[]
  prices: number[]
  categories: ProductQuery['categoryId'][]
}
/** A kind of question that is slow is asked fewer times. */
const patienceMs = 20_000
const pick = <T>(all: readonly T[]): T => all[randomInt(all.length)] as T
const cursor = (sort: string, key: unknown[]) =>
  Buffer.from(JSON.stringify([`products:${sort}`, ...key])).toString('base64url')

/** The kinds of question, each another one at every turn. */
const kinds: Record<string, (known: Known) => Asked> = {
  'list, at any depth': ({ searchNos }) => ({ cursor: cursor('popular', [pick(searchNos)]) }),
  'list of a category, at any depth': ({ searchNos, categories }) => ({
    ...{ categoryId: pick(categories), cursor: cursor('popular', [pick(searchNos)]) },
  }),
  'newest first, at any depth': ({ ids }) => ({ sort: 'newest', cursor: cursor('newest', [pick(ids)]) }),
  'by price, at any depth': ({ ids, prices }) => ({
    ...{ sort: 'price_asc', cursor: cursor('price_asc', [pick(prices), pick(ids)]) },
  }),
  'search: a word that four of five have': () => ({ search: searchWords.most }),
  'search: that word and another': ({ words }) => ({ search: `${searchWords.most} ${pick(words)}` }),
  'search: a word': ({ words }) => ({ search: pick(words) }),
  'search: two words': ({ words }) => ({ search: `${pick(words)} ${pick(words)}` }),
  'search: three words': ({ words }) => ({ search: `${pick(words)} ${pick(words)} ${pick(words)}` }),
  'search: two words of another language': ({ othersWords }) => ({
    search: `${pick(othersWords)} ${pick(othersWords)}`,
  }),
  'search: a beginning of one to four letters': ({ words }) => ({ search: pick(words).slice(0, randomInt(1, 5)) }),
  'search: a word nobody has': () => ({ search: `zq${randomInt(1e9)}` }),
  'search by price: that word': () => ({ search: searchWords.most, sort: 'price_asc' }),
  'search by age: a word': ({ words }) => ({ search: pick(words), sort: 'newest' }),
  'search: a word, in a category': ({ words, categories }) => ({
    ...{ search: pick(words), categoryId: pick(categories) },
  }),
  'search: two words, in a category': ({ words, categories }) => ({
    ...{ search: `${pick(words)} ${pick(words)}`, categoryId: pick(categories) },
  }),
  'search: a word, in a category and ten euros': ({ words, categories, prices }) => {
    const from = pick(prices)
    return { search: pick(words), categoryId: pick(categories), minCents: from, maxCents: from + 1000 }
  },
  'search: a word, in a narrow range of prices': ({ words, prices }) => {
    const from = pick(prices)
    return { search: pick(words), minCents: from, maxCents: from + 100 }
  },
}

/**
 * Pages of 20 out of the list and the search, as the shop's own store reads them, one after the other in this process: how long each
 * takes, and how much CPU, which tells more on a busy machine, in ms. T7.
 */
export async function searchTimes(
  file: string,
  { turns, say }: { turns: number; say(words: string): void },
): Promise<Record<string, Measured>> {
  const known = knownOf(file)
  const db = await openDatabase(`file:${file}`)
  const figures: Record<string, Measured> = {}
  try {
    for (const [name, ask] of Object.entries(kinds)) {
      await timesOf(db.read, () => ask(known), Math.ceil(turns / 10))
      const { wall, cpu } = await timesOf(db.read, () => ask(known), turns)
      const at = (times: readonly number[], part: number) => times[Math.floor(part * (times.length - 1))] ?? 0
      const [p50, p99, most] = [at(wall, 0.5), at(wall, 0.99), at(wall, 1)]
      const cpuMs = cpu.reduce((sum, one) => sum + one, 0) / cpu.length
      figures[name] = { perSecond: 1000 / p50, cpuMs, p50, p99, failed: 0, done: wall.length }
      say(
        `${name.padEnd(46)} p50 ${p50.toFixed(2).padStart(7)}  p99 ${p99.toFixed(2).padStart(7)}  most ${most.toFixed(2).padStart(7)} ms  CPU p50 ${at(cpu, 0.5).toFixed(2).padStart(6)}  p99 ${at(cpu, 0.99).toFixed(2).padStart(6)} ms`,
      )
    }
  } finally {
    await db.close()
  }
  return figures
}

async function timesOf(read: Reader, ask: () => Asked, turns: number) {
  const wall: number[] = []
  const cpu: number[] = []
  const end = performance.now() + patienceMs
  for (let turn = 0; turn < turns && performance.now() < end; turn++) {
    const query: ProductQuery = {
      ...{ locale: 'fr', state: 'published', search: '', sort: 'popular', limit: 20, categoryId: null },
      ...ask(),
    }
    const begun = performance.now()
    const used = process.cpuUsage()
    await listProducts(read, query)
    const { user, system } = process.cpuUsage(used)
    wall.push(performance.now() - begun)
    cpu.push((user + system) / 1000)
  }
  const sorted = (times: number[]) => times.toSorted((a, b) => a - b)
  return { wall: sorted(wall), cpu: sorted(cpu) }
}

function knownOf(file: string): Known {
  const db = new Sqlite(file, { readonly: true })
  const column = <T>(source: string) => db.prepare<[], T>(source).pluck().all()
  // Spread over the whole shelf: an order by chance would read all of it.
  const some = (columns: string) =>
    `select ${columns} from products where rowid % (select max(1, max(rowid) / 5000) from products) = 0 and state = 'published'`
  // Every hundredth or so.
  const wordsIn = (language: Locale) =>
    column<string>(`select words from product_words where language = '${language}' and (rowid / 2) % 101 = 0`)
      .flatMap((words) => words.split(' '))
      .filter((word) => word.length > 2)
  const known: Known = {
    words: wordsIn('fr'),
    othersWords: wordsIn('en'),
    searchNos: column(some('search_no')),
    ids: column(some('id')),
    prices: column(some('min_price_cents')),
    categories: column('select distinct category_id from products where category_id is not null'),
  }
  db.close()
  return known
}
