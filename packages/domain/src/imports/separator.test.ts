import { expect, test } from 'vitest'
import { separatorOf } from './index.ts'

test.each([
  ['Handle,Title,Variant Price\nbol;Bol;9\n', 'comma'],
  ['Handle;Title;Variant Price\nbol,Bol,9,9,9\n', 'semicolon'],
  ['Handle\tTitle\tVariant Price\n', 'tab'],
  ['\uFEFF\r\n\r\nHandle;"Title, en, toutes, lettres";Price\r\n', 'semicolon'],
  ['"Handle";"un ""titre"", long,,,";"Price"\n', 'semicolon'],
  ['"Deux\nlignes,,,";Handle;Price\n', 'semicolon'],
  ['Handle\n', 'comma'],
  ['', 'comma'],
])('%j is separated by a %s', (text, separator) => {
  expect(separatorOf(text).separator).toBe(separator)
})

test('a first line is whole once it ended outside quotes', () => {
  expect(separatorOf('\n\nHandle;Title').whole).toBe(false)
  expect(separatorOf('Handle;"Title\n').whole).toBe(false)
  expect(separatorOf('Handle;"Title\n"\r').whole).toBe(true)
})
