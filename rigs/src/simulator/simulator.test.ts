import { describeGateway } from '@comptoir/api/services/payments.conformance'
import { expect, test } from 'vitest'
import { wanted } from '../tally.ts'
import { tried } from './bars.ts'
import { provider } from './gateway.ts'
import { reportOf, runSeeds } from './run-seeds.ts'

const steps = 300

test(
  'no day of the shop, whatever fails in it, loses an order, a piece or a cent',
  { timeout: 3_600_000 },
  async () => {
    const many = wanted('RIG_SEEDS', 300)
    const seeds = Array.from({ length: many }, (_, i) => i + 1)
    const outcome = await runSeeds({ seeds, steps, twice: Math.ceil(many / 30) })
    const { lines, short } = tried(outcome, steps)
    console.log(`simulator, ${outcome.runs} runs of ${steps} steps: ${lines.join(', ')}`)
    expect(outcome.red === null ? '' : reportOf(outcome.red, steps)).toBe('')
    expect(short).toEqual([])
  },
)

test('a red seed is told with the command that plays it again', () => {
  const report = reportOf({ seed: 123, journal: '', complaints: ['sold twice'], counts: {}, trail: [] }, 300)
  expect(report).toContain('sold twice')
  expect(report).toContain('pnpm simulate --seed 123 --steps 300')
})

// The simulator's own provider is held to what every payment adapter must do.
describeGateway('of the simulator', async () => {
  const bank = provider({ fault: () => null, refundFails: () => false })
  return {
    gateway: bank.seenFrom({ pass: async () => {} }),
    cards: {
      ...{ good: 'card_success', declined: 'card_declined' },
      ...{ secondStep: 'card_second_step', timeout: 'card_timeout' },
    },
    codes: { right: '1234', wrong: '0000' },
    async moved(key) {
      const charge = bank.charges.get(key)
      const back = [...bank.refunds.values()].filter((one) => one.chargeKey === key && one.outcome === 'succeeded')
      return {
        capturedCents: charge?.outcome === 'captured' ? charge.amountCents : 0,
        refundedCents: back.reduce((sum, one) => sum + one.amountCents, 0),
      }
    },
    [Symbol.asyncDispose]: async () => {},
  }
})
