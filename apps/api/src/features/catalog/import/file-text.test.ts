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

const cut = (whole: string, at: string) => {
  const bytes = Buffer.from(whole)
  const found = bytes.indexOf(at)
  return Buffer.concat([bytes.subarray(0, found), bytes.subarray(found + 1)])
}
test.each([
  ['most of whose letters are whole', cut(`${text}the-2;Thé glacé;8.00\n`, 'é,')],
  ['that says it is UTF-8', cut('\uFEFFHandle;Title\nthe;Thé\n', 'é')],
])('a file in UTF-8 %s is not read letter by letter as something else: the damaged line is named', (_, bytes) => {
  expect(() => textOf(bytes)).toThrow('line 2 of this file are damaged')
})

test('an empty file is no product file', () => {
  expect(() => textOf(Buffer.from('\uFEFF \r\n'))).toThrow('no product CSV')
})
