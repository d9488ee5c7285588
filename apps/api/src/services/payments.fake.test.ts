import { type Engine, engines, openTestDatabase } from '@comptoir/db/testing'
import { cents } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { testClock } from '../testing.ts'
import { describeGateway, type GatewayUnderTest } from './payments.conformance.ts'
import { testGateway } from './payments.fake.ts'

async function openGateway(engine: Engine): Promise<GatewayUnderTest> {
  const db = await openTestDatabase(engine)
  const { gatewayCharges, gatewayRefunds } = db.read.tables
  return {
    gateway: testGateway(db, { clock: testClock().now }),
    cards: {
      ...{ good: 'card_success', declined: 'card_declined' },
      ...{ secondStep: 'card_second_step', timeout: 'card_timeout' },
    },
    codes: { right: '1234', wrong: '0000' },
    async moved(key) {
      const charges = (await db.read.select().from(gatewayCharges)).filter((one) => one.key === key)
      const refunds = (await db.read.select().from(gatewayRefunds)).filter((one) => one.chargeKey === key)
      const sum = (rows: { amountCents: number }[]) => rows.reduce((total, one) => total + one.amountCents, 0)
      return {
        capturedCents: sum(charges.filter((one) => one.state === 'captured')),
        refundedCents: sum(refunds.filter((one) => one.state === 'succeeded')),
      }
    },
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

for (const engine of engines) describeGateway(`that stands in for one (${engine})`, () => openGateway(engine))

test('a card that the stand-in does not know is declined', async () => {
  await using of = await openGateway('sqlite')
  const charge = { key: 'payment_x', amountCents: cents(100), currency: 'EUR', card: 'card_of_my_cousin' } as const
  expect(await of.gateway.charge(charge)).toMatchObject({ outcome: 'declined', reason: 'unknown_card' })
})
