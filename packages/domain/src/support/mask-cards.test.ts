import { expect, test } from 'vitest'
import { maskCards } from './mask-cards.ts'

test.each([
  ['Ma carte 4242 4242 4242 4242 a été refusée', 'Ma carte •••• a été refusée'],
  ['4242424242424242', '••••'],
  ['amex 3782-822463-10005.', 'amex ••••.'],
  ['card:4000\u00a00025\u00a00000\u00a03155!', 'card:••••!'],
])('hides a card number in a message: %s', (text, masked) => expect(maskCards(text)).toBe(masked))

test.each([
  'Commande 2026-000123, appelez le 06 12 34 56 78',
  'Suivi 4242424242424241',
  'EAN 3017620422003',
  '00000000000000000',
  '42424242424242424242424242424242',
])('leaves other numbers alone: %s', (text) => expect(maskCards(text)).toBe(text))
