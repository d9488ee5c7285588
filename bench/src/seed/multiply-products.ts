import type { Database } from 'better-sqlite3'
import type { Id } from '@comptoir/domain'
import { marksOf } from '@comptoir/db/stores/search'
import { kindOf } from '@comptoir/db/stores/search-words'
import { codeLetters, numberOf } from './copies.ts'

/** Words that copies of a product get besides its own: how many products of a hundred (or ten thousand) have them. */
const words = { most: 'partout', rare: 'introuvable', few: 'parfois' } as const
export const searchWords = words

/** Fills the shelves with copies of the products on file until there are `wanted`: own ids, slugs, SKUs, names, words and stock. */
export function multiplyProducts(db: Database, wanted: number): void {
  const own = numberOf(db, 'select count(*) from products')
  const copies = Math.ceil(wanted / own) - 1
  if (copies < 1) return
  db.function('code', { deterministic: true }, (no) => codeLetters(Number(no)))
  db.function('marks', { deterministic: true }, (min, max, category) =>
    marksOf({
      ...{ minPriceCents: Number(min), maxPriceCents: Number(max) },
      categoryId: category === null ? null : (category as Id<'category'>),
    }),
  )
  db.exec('create temp table copies (no integer primary key, code text not null, name text not null)')
  const copy = db.prepare('insert into copies values (?, ?, ?)')
  for (let no = 1; no <= copies; no++) copy.run(no, codeLetters(no), `Série ${no}`)
  const id = (column: string) => `substr(${column}, 1, length(${column}) - 5) || c.code`
  const fill = (table: string, columns: Record<string, string>, from: string) =>
    db.exec(
      `insert into ${table} (${Object.keys(columns).map(quoted).join(', ')}) select ${Object.values(columns).join(', ')} from ${from}`,
    )
  const all = (table: string, changed: Record<string, string>): [string, Record<string, string>, string] => [
    table,
    { ...Object.fromEntries(columnsOf(db, table).map((name) => [name, `o.${quoted(name)}`])), ...changed },
    `originals_${table} o cross join copies c`,
  ]
  // The copies of a product differ in popularity, so that every order has other neighbours.
  const popularity = `((o.popularity * 31 + c.no * 7919) % 1000000)`
  const productNo = `(${own} + (c.no - 1) * ${own} + o.place)`
  const searchNo = `((1000000 - ${popularity}) * 16777216 + ${productNo})`
  for (const table of copied)
    db.exec(`create temp table originals_${table} as select *, row_number() over () as place from ${table}`)
  fill(
    ...all('products', {
      ...{ id: id('o.id'), slug: `o.slug || '-' || c.no`, popularity, search_no: searchNo },
      min_price_cents: 'o.min_price_cents + c.no % 7000',
      ...{ max_price_cents: 'o.max_price_cents + c.no % 7000', in_stock: '1' },
    }),
  )
  fill(...all('product_slugs', { slug: `o.slug || '-' || c.no`, product_id: id('o.product_id') }))
  fill(...all('product_texts', { product_id: id('o.product_id'), name: `o.name || ' · ' || c.name` }))
  for (const table of ['product_options', 'product_option_values', 'product_option_texts'])
    fill(...all(table, { product_id: id('o.product_id') }))
  fill(...all('images', { id: id('o.id'), product_id: id('o.product_id') }))
  fill(
    ...all('variants', {
      ...{ id: id('o.id'), product_id: id('o.product_id'), sku: `o.sku || '-' || c.no` },
      ...{ price_cents: 'o.price_cents + c.no % 7000', on_hand: '1000000', allocated: '0' },
      compare_at_cents: 'case when o.compare_at_cents is null then null else o.compare_at_cents + c.no % 7000 end',
    }),
  )
  const extra = `' serie ' || c.no
    || case when (o.place + c.no) % 5 < 4 then ' ${words.most}' else '' end
    || case when (o.place * 7 + c.no) % 111 = 0 then ' ${words.few}' else '' end
    || case when c.no = 1 and p.place = 1 then ' ${words.rare}' else '' end`
  fill(
    'product_words',
    {
      no: `${searchNo.replaceAll('o.', 'p.')} * 2 + (o.language = 'en')`,
      ...{ product_id: id('o.product_id'), language: 'o.language', words: `o.words || ${extra}` },
      marks: 'marks(p.min_price_cents + c.no % 7000, p.max_price_cents + c.no % 7000, p.category_id)',
    },
    'originals_product_words o join originals_products p on p.id = o.product_id cross join copies c',
  )
  db.exec(`insert into stock_movements (id, variant_id, kind, quantity, order_id, reason, actor_id, request_id, at)
    select 'movement_' || substr(id, 9), id, 'received', on_hand, null, 'ouverture', null, 'bench', 1700000000000
    from variants v where on_hand > 0 and not exists (select 1 from stock_movements m where m.variant_id = v.id)`)
  noteWords(db, ['serie', ...Object.values(words), ...Array.from({ length: copies }, (_, i) => String(i + 1))])
  notePrices(db, copies)
  db.exec(`update counters set value = (select max(search_no % 16777216) from products) where name = 'product_no'`)
  for (const table of copied) db.exec(`drop table originals_${table}`)
}

interface Original {
  language: string
  words: string
  marks: string
  category: Id<'category'> | null
  minPriceCents: number
  maxPriceCents: number
}
const originalsOf = (db: Database) =>
  db
    .prepare<[], Original>(
      `select w.language, w.words, w.marks, p.category_id as category, p.min_price_cents as minPriceCents, p.max_price_cents as maxPriceCents
        from originals_product_words w join originals_products p on p.id = w.product_id`,
    )
    .all()

/** The kinds of a product are those of what it was copied from. */
function noting(db: Database) {
  const note = db.prepare(`insert into search_words (language, beginning, whole, kinds) values (?, ?, ?, ?)
    on conflict do update set whole = whole or excluded.whole, kinds = excluded.kinds`)
  return (language: string, { beginning, whole }: { beginning: string; whole: boolean }, kinds: ReadonlySet<string>) =>
    note.run(language, beginning, whole ? 1 : 0, kinds.size > 256 ? null : [...kinds].join(''))
}

/** A search asks whether anything begins like its words before it forgives a slip, and which kinds of product have them. */
function noteWords(db: Database, all: readonly string[]): void {
  const note = noting(db)
  for (const language of ['fr', 'en']) {
    const own = originalsOf(db).filter((one) => one.language === language)
    const kinds = new Set(own.map((one) => kindOf(one.words, one.marks)))
    for (const word of all)
      for (let letters = 3; letters <= word.length; letters++)
        note(language, { beginning: word.slice(0, letters), whole: letters === word.length }, kinds)
  }
}

/** The prices of copies have marks that no product had before. */
function notePrices(db: Database, copies: number): void {
  const known = new Map<string, Set<string>>()
  for (const { language, words: own, marks, category, minPriceCents, maxPriceCents } of originalsOf(db))
    for (let dearer = 0; dearer <= Math.min(copies, 6999); dearer++) {
      const prices = { minPriceCents: minPriceCents + dearer, maxPriceCents: maxPriceCents + dearer }
      for (const mark of marksOf({ ...prices, categoryId: category }).split(' ')) {
        const kinds = known.get(language + mark) ?? new Set()
        known.set(language + mark, kinds.add(kindOf(own, marks)))
      }
    }
  const note = noting(db)
  for (const [mark, kinds] of known) note(mark.slice(0, 2), { beginning: mark.slice(2), whole: true }, kinds)
}

/** Tables of which each product has rows. */
const copied = [
  ...['products', 'product_texts', 'product_words', 'product_options', 'product_option_values'],
  ...['product_option_texts', 'product_slugs', 'variants', 'images'],
]

/** All tables that get rows with the copies. */
export const copiedTables: readonly string[] = [...copied, 'stock_movements']

const quoted = (name: string) => `"${name}"`
const columnsOf = (db: Database, table: string): string[] =>
  db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)
