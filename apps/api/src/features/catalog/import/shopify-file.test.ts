import { Readable } from 'node:stream'
import { separatorNames } from '@comptoir/domain/imports'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BadRow, openShopify, type ShopifyRow } from './shopify-file.ts'
import { shopifyCsv } from './testing-shopify.ts'

/** What a file says, handed over in pieces of a size. */
async function read(text: string, size = 1000) {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  const bad: BadRow[] = []
  const { separator, rows } = await openShopify(Readable.from(pieces), (row) => void bad.push(row))
  const all: ShopifyRow[] = []
  for await (const row of rows) all.push(row)
  return { separator, bad, rows: all }
}

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\n', '\r\n', 'é', '🎁', ' '), maxLength: 6 }),
)
const asRead = (text: string) => text.replaceAll('\r\n', '\n').trim()

test('rows that were written with any of the separators are read back as they were', async () => {
  const row = fc.record({ handle: fc.constantFrom('bol', 'b;l', '"b"', 'b\tl'), title: cell, body: cell })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...separatorNames),
      fc.array(row, { maxLength: 6 }),
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom('', '\uFEFF', '\r\n'),
      async (separator, rows, size, before) => {
        const written = rows.map(({ handle, title, body }) => ({ Handle: handle, Title: title, 'Body (HTML)': body }))
        const told = await read(before + shopifyCsv(written, { separator }), size)
        expect(told).toMatchObject({ separator, bad: [] })
        expect(told.rows.map(({ handle, title, body }) => ({ handle, title, body }))).toEqual(
          rows.map(({ handle, title, body }) => ({ handle, title: asRead(title), body: asRead(body) })),
        )
      },
    ),
  )
})

test.each(separatorNames)(
  'a row that is broken is named by its line, whatever separates cells (%s)',
  async (separator) => {
    const rows = [{ Handle: 'a', Title: 'deux\nlignes' }, { Handle: 'b' }]
    const told = await read(`${shopifyCsv(rows, { separator })}"c et la suite\n`)
    expect(told.rows.map(({ line, handle }) => `${line} ${handle}`)).toEqual(['2 a', '4 b'])
    expect(told.bad).toEqual([{ line: 5, fault: { code: 'csv_broken', of: { why: 'CSV_QUOTE_NOT_CLOSED' } } }])
  },
)

test('a heading that never ends is named by its line', async () => {
  const told = await read(`Handle;"${'x'.repeat(300_000)}`, 64_000)
  expect(told.bad).toEqual([{ line: 1, fault: { code: 'csv_broken', of: { why: 'CSV_QUOTE_NOT_CLOSED' } } }])
})
