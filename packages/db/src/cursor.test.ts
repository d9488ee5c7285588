import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, pageOf } from './cursor.ts'

const key = ['number', 'string'] as const

test('a cursor gives back the place it stands for', () => {
  expect(decodeCursor('orders:newest', key, encodeCursor('orders:newest', [12, 'order_1']))).toEqual([12, 'order_1'])
  expect(decodeCursor('orders:newest', key, undefined)).toBeUndefined()
})

test.each([
  ['of another list', encodeCursor('orders:oldest', [12, 'order_1'])],
  ['with a part missing', encodeCursor('orders:newest', [12])],
  ['with a part of another kind', encodeCursor('orders:newest', ['12', 'order_1'])],
  ['with half a number', encodeCursor('orders:newest', [1.5, 'order_1'])],
  ['that is no list', Buffer.from('{"length":2}').toString('base64url')],
  ['made up', 'hello'],
  ['that is empty', ''],
])('refuses a cursor %s', (_what, cursor) => {
  expect(() => decodeCursor('orders:newest', key, cursor)).toThrow(expect.objectContaining({ code: 'cursor_invalid' }))
})

test('the last page leads nowhere', () => {
  const rows = [1, 2, 3]
  expect(pageOf(rows, 3, 'n', (row) => [row])).toEqual({ rows, nextCursor: null })
  expect(pageOf(rows, 2, 'n', (row) => [row])).toEqual({ rows: [1, 2], nextCursor: encodeCursor('n', [2]) })
})
