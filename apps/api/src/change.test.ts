import { expect, test } from 'vitest'
import { freshFor } from './change.ts'
import { seededRandom, testClock } from './testing.ts'

const services = () => ({ clock: testClock().now, random: seededRandom('change') })

test('what happens in one millisecond sorts in the order in which it happened, from change to change', () => {
  const shop = services()
  const ids = Array.from({ length: 200 }, () => freshFor(shop)).flatMap((fresh) =>
    Array.from({ length: 20 }, () => fresh.id('event')),
  )
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a work that runs twice gets the same ids, chance and instant', () => {
  const fresh = freshFor(services())
  const draw = () => [
    fresh.id('order'),
    fresh.id('line'),
    Buffer.from(fresh.random(8)).toString('hex'),
    fresh.id('event'),
  ]
  const first = draw()
  fresh.rewind()
  expect(draw()).toEqual(first)
})
