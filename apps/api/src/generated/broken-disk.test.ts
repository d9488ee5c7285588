import { brokenDisk } from '@comptoir/db/testing-faults'
import { expect, test } from 'vitest'
import { digestOf } from '../testing-orders.ts'
import { call, mutations, openWorld } from './testing-world.ts'

const key = '9f1c2b7e-5d3a-4c8e-b6f0-000000000001'
/** More than a mutation has. */
const mostStatements = 300
/** What asks the gateway in between keeps what it had committed by then; the shop goes on from there by itself. */
const inPhases = ['orders.place', 'orders.pay', 'orders.cancel', 'orders.refund']

// SAFETY P9.
test.each(mutations.map((one) => [`${one.face} ${one.path}`, one] as const))(
  '%s: whichever of its statements the disk fails, nothing of it is there, and it goes well afterwards',
  async (_, one) => {
    await using world = await openWorld()
    using disk = brokenDisk()
    const { shop, visits, carts, mine } = world
    const caller = one.face === 'shop' ? 'alice' : 'admin'
    const input = one.sample.input(mine, carts[caller])
    const kept = async () => ({
      ...(await digestOf(shop)),
      keys: await shop.db.read.$count(shop.db.read.tables.idempotency),
    })
    const before = await kept()

    let failures = 0
    for (let n = 1; n < mostStatements; n++) {
      disk.breakAt(n)
      const error: unknown = await call(visits[caller].with(key), one, input).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      const [broke, commits] = [disk.broke(), disk.commits()]
      disk.breakAt(0)
      if (error === null) break
      expect({ broke, error }).toMatchObject({ broke: expect.any(String) as string })
      failures++
      if (commits > 0 && inPhases.includes(one.path)) {
        shop.clock.advance(21_000)
        await shop.jobs.runDue()
      } else expect(await kept(), `after ${broke}`).toEqual(before)
      // How often somebody may try is no question here.
      await shop.db.write((tx) => tx.delete(tx.tables.limits))
    }
    expect(failures).toBeGreaterThan(2)
  },
)
