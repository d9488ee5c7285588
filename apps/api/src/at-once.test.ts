import { expect, test } from 'vitest'
import * as z from 'zod'
import { atOnce } from './at-once.ts'

const View = atOnce(z.object({ name: z.string(), lines: z.array(z.object({ cents: z.int() })) }))

test('a field that a view does not name never leaves the shop', async () => {
  const told = await View.parseAsync({ name: 'Bol', lines: [{ cents: 1, cost: 2 }], secret: 'x' })
  expect(told).toEqual({ name: 'Bol', lines: [{ cents: 1 }] })
})

test('what does not fit is refused in the same words as without it', async () => {
  const wrong = { name: 'Bol', lines: [{ cents: 1.5 }, {}] }
  const refused = await View.parseAsync(wrong).catch((error: z.ZodError) => error.issues)
  const plain = await z.object(View.shape).safeParseAsync(wrong)
  expect(refused).toEqual(plain.error?.issues)
  expect(refused).toHaveLength(2)
})

test('a schema with a part that waits is not for it, and says so', async () => {
  await expect(atOnce(z.string().refine(async () => true)).parseAsync('x')).rejects.toThrow('Promise')
})
