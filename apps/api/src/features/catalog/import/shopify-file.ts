import { Readable } from 'node:stream'
import { type RowFault, type Separator, separatorOf, separators } from '@comptoir/domain/imports'
import { type CsvError, type Info, parse } from 'csv-parse'

/** What we read of a row, by our names; the file's headings (older and newer exports) stand beside them. */
const headings = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'description'],
  vendor: ['vendor'],
  type: ['type'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  option1Name: ['option1 name'],
  option1Value: ['option1 value'],
  option2Name: ['option2 name'],
  option2Value: ['option2 value'],
  option3Name: ['option3 name'],
  option3Value: ['option3 value'],
  sku: ['variant sku', 'sku'],
  quantity: ['variant inventory qty', 'inventory quantity'],
  price: ['variant price', 'price'],
  compareAt: ['variant compare at price', 'compare-at price'],
  image: ['image src', 'product image url'],
  imagePosition: ['image position'],
  imageAlt: ['image alt text'],
  variantImage: ['variant image', 'variant image url'],
} as const
type Column = keyof typeof headings

/** A row by our names, trimmed; `line` is where it begins in the file. */
export type ShopifyRow = Record<Column, string> & { line: number }

/** A row that cannot be used, and why. */
export interface BadRow {
  line: number
  fault: RowFault
}

/** Thrown for a file that is no product file at all. */
export class NotAProductFile extends Error {}

const columnOf = (heading: string): Column | false => {
  const name = heading.trim().toLowerCase()
  const found = Object.entries(headings).find(([, known]) => known.some((one) => one === name))
  return found === undefined ? false : (found[0] as Column)
}

const longestRow = 1_000_000
const longestHeading = 100_000

// The parser counts two lines where a cell holds the two characters that end one on Windows.
async function* withPlainBreaks(source: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let held = ''
  for await (const part of source) {
    const text = held + (typeof part === 'string' ? part : decoder.decode(part as Buffer, { stream: true }))
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n')
  }
  yield held + decoder.decode()
}

/** Reads on until the heading is whole. Answers what separates its cells, and all of the text once more. */
async function withSeparator(text: AsyncGenerator<string>) {
  let read = ''
  let seen = separatorOf(read)
  while (!seen.whole && read.length <= longestHeading) {
    const { done, value } = await text.next()
    if (done === true) break
    read += value
    seen = separatorOf(read)
  }
  async function* again() {
    yield read
    yield* text
  }
  return { separator: seen.separator, text: again() }
}

/** Where a row begins that was read up to here. */
const beginOf = (lines: number, raw: string) => lines - (raw.trim().match(/\r|\n/g)?.length ?? 0)

interface Read {
  record: Partial<Record<Column, string>>
  info: Info
  raw: string
}

/** Opens a product CSV, however its cells are separated; rows that are no CSV are told to `bad`, each once, and left out. */
export async function openShopify(
  source: Readable,
  bad: (row: BadRow) => void,
): Promise<{ separator: Separator; rows: AsyncGenerator<ShopifyRow> }> {
  const { separator, text } = await withSeparator(withPlainBreaks(source))
  return { separator, rows: readRows(text, separator, bad) }
}

async function* readRows(
  text: AsyncGenerator<string>,
  separator: Separator,
  bad: (row: BadRow) => void,
): AsyncGenerator<ShopifyRow> {
  let lastBad = 0
  const parser = Readable.from(text)
    .on('error', (error) => void parser.destroy(error))
    .pipe(
      parse({
        bom: true,
        delimiter: separators[separator],
        info: true,
        raw: true,
        skip_empty_lines: true,
        relax_column_count_less: true,
        skip_records_with_error: true,
        columns: (header: string[]) => {
          const columns = header.map(columnOf)
          for (const needed of ['handle', 'price'] as const)
            if (!columns.includes(needed))
              throw new NotAProductFile(`This is no Shopify product CSV: it has no column “${headings[needed][0]}”.`)
          return columns
        },
        on_skip: (error, raw = '') => {
          const line = beginOf(Number(error?.lines ?? 0), raw)
          if (line !== lastBad) bad({ line, fault: faultOf(error) })
          lastBad = line
          return undefined
        },
      }),
    )
  for await (const one of parser) {
    const { record, info, raw } = one as Read
    const line = beginOf(info.lines, raw)
    // Not the parser's own limit: it drops what follows such a row as well.
    if (raw.length > longestRow) {
      bad({ line, fault: { code: 'csv_broken', of: { why: 'CSV_MAX_RECORD_SIZE' } } })
      continue
    }
    const cell = (column: string) => (record[column as Column] ?? '').trim()
    const cells = Object.fromEntries(Object.keys(headings).map((column) => [column, cell(column)]))
    // Every heading of the table above is a key of it.
    yield { ...(cells as Record<Column, string>), line }
  }
}

const faultOf = (error: CsvError | undefined): RowFault =>
  error?.code === 'CSV_RECORD_INCONSISTENT_COLUMNS'
    ? { code: 'too_many_cells', of: {} }
    : { code: 'csv_broken', of: { why: error?.code ?? '?' } }
