import { expect, test } from 'vitest'
import { writeExampleBooks } from '../check-books/example-books.ts'
import { onEachDatabase } from '../testing.ts'
import * as files from './document-files.ts'

const keptAt = new Date('2026-11-22T10:00:00.000Z')
const number = 'A2026-000001'

onEachDatabase('kept documents', (open) => {
  test('come back byte for byte', async () => {
    await using db = await open()
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256))
    await db.write((tx) => files.keep(tx, { number, bytes, keptAt }))
    expect((await files.find(db.read, number))?.equals(bytes)).toBe(true)
    expect(await files.find(db.read, 'A2026-000002')).toBeUndefined()
  })

  test('stay the first ones when two are drawn at once', async () => {
    await using db = await open()
    const drawn = ['one', 'two'].map((text) => Buffer.from(text))
    const kept = await Promise.all(drawn.map((bytes) => db.write((tx) => files.keep(tx, { number, bytes, keptAt }))))
    const first = await files.find(db.read, number)
    expect(kept).toEqual([first, first])
    expect(await db.read.$count(db.read.tables.documentFiles)).toBe(1)
  })

  test('of a credit note are found by its number', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    expect(await files.findOrderOfCreditNote(db.read, number)).toBe('order_back')
    expect(await files.findOrderOfCreditNote(db.read, 'A2026-000009')).toBeUndefined()
  })
})
