import { expect, test } from 'vitest'
import { textOf } from './file-text.ts'

const text = 'Handle;Title;Variant Price\nthe;Thé d’été, 5 €;9.50\n'

test('a file in UTF-8 is read, with or without the mark that Excel puts before it', () => {
  expect(textOf(Buffer.from(text))).toBe(text)
  expect(textOf(Buffer.from(`\uFEFF${text}`))).toBe(text)
})

test('the letters that Excel writes on Windows are read', () => {
  const bytes = Buffer.from(text.replace('’', '\u0092').replace('€', '\u0080'), 'latin1')
  expect(textOf(bytes)).toBe(text)
})

test.each([
  ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['that is a workbook', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1')],
])('a file %s is refused with what to do', (_, bytes) => {
  expect(() => textOf(bytes)).toThrow('save it as “CSV UTF-8”')
})

test('an empty file is no product file', () => {
  expect(() => textOf(Buffer.from('\uFEFF \r\n'))).toThrow('no product CSV')
})
