import { expect, test } from 'vitest'
import { breachIn } from './breach-words.ts'

test('what a check found is told in French, with what it found', () => {
  expect(breachIn('fr', '11 are on hand, the movements sum to 10')).toBe('11 sont en rayon, les mouvements font 10')
  expect(breachIn('fr', 'the order is shipped without a parcel and its tracking number')).toBe(
    'la commande est shipped sans colis ni numéro de suivi',
  )
  expect(breachIn('fr', 'the order is paid without nothing')).toBe('la commande est paid sans rien')
})

test('in English it stays as it was said, and so does what nobody put into French', () => {
  expect(breachIn('en', '11 are on hand, the movements sum to 10')).toBe('11 are on hand, the movements sum to 10')
  expect(breachIn('fr', 'something new')).toBe('something new')
})
