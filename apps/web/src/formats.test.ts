import { describe, expect, test } from 'vitest'
import { date, dateTime, price, rate, roundPrice } from './formats.ts'

describe('a price', () => {
  test('is written the French way, with spaces that do not break: narrow in the number, whole before the sign', () => {
    expect(price('fr', 123456, 'EUR')).toBe('1\u202f234,56\u00a0€')
    expect(price('fr', 5, 'EUR')).toBe('0,05\u00a0€')
    expect(price('fr', -490, 'EUR')).toBe('\u22124,90\u00a0€')
  })
  test('is written the English way', () => {
    expect(price('en', 123456, 'EUR')).toBe('€1,234.56')
  })
  test('has the decimals of its currency', () => {
    expect(price('en', 1234, 'JPY')).toBe('JP¥1,234')
    expect(price('fr', 1234567, 'KWD')).toBe('1\u202f234,567\u00a0KWD')
  })
  test('loses no cent of the largest amounts', () => {
    expect(price('en', 9_007_199_254_740_991, 'EUR')).toBe('€90,071,992,547,409.91')
  })
  test('may be round', () => {
    expect(roundPrice('fr', 6000, 'EUR')).toBe('60\u00a0€')
    expect(roundPrice('fr', 1250, 'EUR')).toBe('12,50\u00a0€')
  })
})

test('a rate keeps the half per cent of French books and bread', () => {
  expect(rate('fr', 550)).toBe('5,5\u202f%')
  expect(rate('en', 550)).toBe('5.5%')
  expect(rate('fr', 2000)).toBe('20\u202f%')
})

test('an instant is told in the shop’s own day, wherever the reader sits', () => {
  expect(date('fr', '2026-11-22T23:30:00.000Z')).toBe('23 novembre 2026')
  expect(date('en', '2026-06-30T22:30:00.000Z')).toBe('1 July 2026')
  expect(dateTime('fr', '2026-11-22T13:05:00.000Z')).toBe('22 nov. 2026, 14:05')
})
