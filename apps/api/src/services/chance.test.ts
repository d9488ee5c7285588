import { expect, test } from 'vitest'
import { pooledRandom } from './chance.ts'

test('no byte is handed out twice, however much is asked for, and what was handed out stays as it is', () => {
  const random = pooledRandom()
  const drawn = [16, 16, 8000, 8, 10_000, 32, 16].map((bytes) => ({ bytes, got: random(bytes) }))
  for (const { bytes, got } of drawn) expect(got).toHaveLength(bytes)
  const seen = drawn.map(({ got }) => Buffer.from(got).toString('hex'))
  for (let i = 0; i < 2000; i++) random(16)
  expect(drawn.map(({ got }) => Buffer.from(got).toString('hex'))).toEqual(seen)
  const places = new Set(drawn.map(({ got }) => `${got.byteOffset} ${got.length}`))
  expect(new Set(seen).size).toBe(drawn.length)
  expect(places.size).toBeGreaterThan(1)
})

test('a thousand draws differ', () => {
  const random = pooledRandom()
  expect(new Set(Array.from({ length: 1000 }, () => Buffer.from(random(16)).toString('hex'))).size).toBe(1000)
})
