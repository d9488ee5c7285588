import { expect, test } from 'vitest'
import { inNaturalOrder } from './natural-order.ts'

const ordered = (...names: string[]) => inNaturalOrder(names, (name) => name)

test('clothes hang from the smallest to the largest', () => {
  expect(ordered('L', 'XXL', 'S', 'XS', '3XL', 'M', 'XL', 'M/L')).toEqual([
    ...['XS', 'S', 'M', 'M/L', 'L', 'XL', 'XXL', '3XL'],
  ])
  expect(ordered('Large', 'Small', 'Medium')).toEqual(['Small', 'Medium', 'Large'])
  expect(ordered('Grand', 'Moyen', 'Petit')).toEqual(['Petit', 'Moyen', 'Grand'])
  expect(ordered('Grande, 28 × 46 cm', 'Petite, 20 × 34 cm')).toEqual(['Petite, 20 × 34 cm', 'Grande, 28 × 46 cm'])
})

test('shoes stand by their number, halves between', () => {
  expect(ordered('40', '36', '38,5', '9', '38')).toEqual(['9', '36', '38', '38,5', '40'])
})

test('amounts stand from the least to the most, whatever their unit', () => {
  expect(ordered('1 kg', '250 g', '600 g', '500g')).toEqual(['250 g', '500g', '600 g', '1 kg'])
  expect(ordered('100 ml', '25 cl', '1,5 L', '75 cl', '50 ml')).toEqual(['50 ml', '100 ml', '25 cl', '75 cl', '1,5 L'])
})

test('numbers in words count as numbers', () => {
  expect(ordered('Lot de 12', 'Lot de 6')).toEqual(['Lot de 6', 'Lot de 12'])
  expect(ordered('A6, de poche', 'A5, de bureau')).toEqual(['A5, de bureau', 'A6, de poche'])
  expect(ordered('100 × 140 cm', '50 × 70 cm', '50 × 60 cm')).toEqual(['50 × 60 cm', '50 × 70 cm', '100 × 140 cm'])
})

test('words stay in the shop’s own order, and so do kinds of values', () => {
  expect(ordered('Terre', 'Bleu', 'Écru')).toEqual(['Terre', 'Bleu', 'Écru'])
  expect(ordered('M', 'Sur mesure', 'S', '10 cm', '5 mm')).toEqual(['S', 'M', 'Sur mesure', '5 mm', '10 cm'])
})
