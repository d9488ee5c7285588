import { begun } from './text-index.ts'

/** Tables whose rows are written once: documents, money, stock and history (SAFETY 1, rule 7). */
export const appendOnlyTables = [
  'order_events',
  'payment_events',
  'stock_movements',
  'past_prices',
  'invoices',
  'invoice_lines',
  'credit_notes',
  'credit_note_lines',
  'document_files',
  'ledger_entries',
  'audit',
] as const

const words = (table: string) => `${table} is append-only: write a new row instead`

const sqliteRefusals = appendOnlyTables.flatMap((table) =>
  ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
begin select raise(abort, '${words(table)}'); end`,
  ),
)

// Every word and mark begins with its language: a search reads no row of another one.
const told = (row: string) =>
  ['words', 'marks']
    .map((column) => `${row}.language || replace(${row}.${column}, ' ', ' ' || ${row}.language)`)
    .join(', ')
const unindexOld = `insert into product_words_fts(product_words_fts, rowid, words, marks) values ('delete', old.no, ${told('old')});`
const indexNew = `insert into product_words_fts(rowid, words, marks) values (new.no, ${told('new')});`

// Words of one to twelve letters after the language: a beginning that has no index of its own is merged from all of its words before the
// first row comes.
const textIndex = `product_words_fts
using fts5(words, marks, content='', columnsize=0, tokenize='unicode61', detail='none', prefix='${begun.join(' ')}')`

const fillIndex = `insert into product_words_fts(rowid, words, marks)
select one.no, ${told('one')} from product_words one order by one.no`

/** The text index of SQLite: which words it is made of, how the file names its shape, how it is made and filled; minutes of work on a long shelf. */
export const sqliteTextIndex = {
  source: 'product_words',
  shape: `CREATE VIRTUAL TABLE ${textIndex}`,
  fill: fillIndex,
  statements: ['drop table if exists product_words_fts', `create virtual table ${textIndex}`, fillIndex],
} as const

/** Triggers of SQLite, applied after all triggers were dropped. */
export const sqliteGuards: readonly string[] = [
  ...sqliteRefusals,
  `create trigger product_words_indexed after insert on product_words begin ${indexNew} end`,
  `create trigger product_words_unindexed after delete on product_words begin ${unindexOld} end`,
  `create trigger product_words_reindexed after update on product_words begin ${unindexOld} ${indexNew} end`,
]

/** The same of PostgreSQL; each statement may run again. */
export const postgresGuards: readonly string[] = [
  `create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: write a new row instead', tg_table_name using errcode = 'restrict_violation';
end $$`,
  ...appendOnlyTables.flatMap((table) => [
    `create or replace trigger ${table}_no_change before update or delete on ${table}
for each row execute function refuse_change()`,
    `create or replace trigger ${table}_no_truncate before truncate on ${table}
for each statement execute function refuse_change()`,
  ]),
  `create index if not exists product_words_match on product_words
using gin (array_to_tsvector(array_remove(string_to_array(words, ' '), '')))`,
]
