import { PrintInput } from '@comptoir/domain/orders/inputs'
import { expect, test } from 'vitest'
import { mostPapers, printPath } from './papers.ts'

const order = (no: number) => `order_${String(no).padStart(26, '0')}`
const asked = (path: string | null) =>
  PrintInput.parse(Object.fromEntries(new URL(path ?? '', 'http://shop').searchParams))

test('many orders print as one paper, in their order, and never more than the shop prints at once', () => {
  expect(asked(printPath('invoice', [order(2), order(1)]))).toEqual({ kind: 'invoice', ids: [order(2), order(1)] })
  const many = Array.from({ length: mostPapers + 10 }, (_, no) => order(no))
  expect(asked(printPath('packing-slip', many)).ids).toHaveLength(mostPapers)
})
test('nothing chosen prints nothing', () => {
  expect(printPath('invoice', [])).toBeNull()
})
