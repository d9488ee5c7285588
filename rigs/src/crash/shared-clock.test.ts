import { expect, test } from 'vitest'
import { sharedClock } from './shared-clock.ts'

test('time passes only when nobody is in the middle of a call, and once for all who wait', async () => {
  const told: string[] = []
  const clock = sharedClock(async () => void told.push('leap'))
  const call = Promise.withResolvers<void>()
  const calling = clock.during(async () => {
    await call.promise
    told.push('answered')
    await clock.later()
    told.push('caller')
  })
  const patient = clock.during(async () => {
    await clock.later()
    told.push('patient')
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual([])
  call.resolve()
  await Promise.all([patient, calling])
  expect(told).toEqual(['answered', 'leap', 'patient', 'caller'])
})

test('a story that ends, well or badly, keeps nobody waiting; nor does one who waits alone', async () => {
  let leaps = 0
  const clock = sharedClock(async () => void leaps++)
  const call = Promise.withResolvers<void>()
  const patient = clock.during(() => clock.later())
  const failing = clock.during(() => call.promise)
  call.reject(new Error('the shop went away'))
  await expect(failing).rejects.toThrow('went away')
  await patient
  await clock.later()
  expect(leaps).toBe(2)
})
