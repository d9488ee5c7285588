import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { openTestShop } from '../../../testing.ts'
import { takeFile } from './take-file.ts'

test.each(engines)('a file with a very long name is taken, whatever the name is cut at (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { context, userId } = await shop.staff('catalogue')
  const ctx = context('admin')
  if (ctx.user === null) throw new Error('signed in above')
  const csv = Buffer.from('Handle,Title\nbol,Bol\n')
  await takeFile({ ...ctx, user: ctx.user }, csv, `${'a'.repeat(199)}😀.csv`)
  const [job] = await shop.db.read.select().from(shop.db.read.tables.importJobs)
  expect(job).toMatchObject({ actorId: userId, fileName: expect.stringMatching(/^a{199}/) })
  expect(job?.fileName.isWellFormed()).toBe(true)
})
