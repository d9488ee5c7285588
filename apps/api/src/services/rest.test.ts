import { expect, test, vi } from 'vitest'
import { sweepAtRest } from './rest.ts'

const minutes = (n: number) => n * 60_000

test('memory is given back once the shop is at rest after its start, and not while it works', () => {
  const sweep = vi.fn()
  const look = sweepAtRest(sweep)
  look(0.6, 5000)
  expect(sweep).not.toHaveBeenCalled()
  look(0.001, 10_000)
  look(0.001, 15_000)
  expect(sweep).toHaveBeenCalledOnce()
})

test('after more work it is given back again, every ten minutes at most', () => {
  const sweep = vi.fn()
  const look = sweepAtRest(sweep)
  look(0, 0)
  look(0.9, minutes(1))
  look(0, minutes(2))
  expect(sweep).toHaveBeenCalledTimes(1)
  look(0, minutes(10))
  expect(sweep).toHaveBeenCalledTimes(2)
  look(0, minutes(30))
  expect(sweep).toHaveBeenCalledTimes(2)
})
