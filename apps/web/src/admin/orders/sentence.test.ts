import { expect, test } from 'vitest'
import * as formats from '../../formats.ts'
import { type MessageKey, type Places, say } from '../../messages.ts'
import fr from '../../messages/fr.json' with { type: 'json' }
import { sentenceOf } from './sentence.ts'

const french = {
  m: (key: MessageKey, places?: Places) => say(fr, 'fr', key, places),
  date: (instant: string) => formats.date('fr', instant),
}
const spoken = (search: Parameters<typeof sentenceOf>[0]) => sentenceOf(search, french).replaceAll('\u00a0', ' ')

test('the filters of the orders read as a sentence', () => {
  expect(spoken({ payment: 'paid', delivery: 'none', from: '2026-11-01', to: '2026-11-22' })).toBe(
    'Commandes : payées, non expédiées, du 1 novembre 2026 au 22 novembre 2026',
  )
  expect(spoken({ email: 'alice@email.test', to: '2026-11-22' })).toBe(
    'Commandes : de alice@email.test, jusqu’au 22 novembre 2026',
  )
})
test('and when money came or went', () => {
  expect(spoken({ paidFrom: '2026-11-01', paidTo: '2026-11-22' })).toBe(
    'Commandes : payées du 1 novembre 2026 au 22 novembre 2026',
  )
  expect(spoken({ refundedFrom: '2026-11-22' })).toBe('Commandes : remboursées à partir du 22 novembre 2026')
})
test('without a filter they are all there', () => {
  expect(spoken({})).toBe('Toutes les commandes')
})
