/** A control that a rig guards, and how it is taken out of a copy of the sources (`pnpm rig:mutants`). */
export interface Control {
  without: string
  file: string
  find: string
  replace: string
  /** The rig that must go red, and which of its tests. */
  rig: string
  test: string
  env?: Record<string, string>
  /** The rig starts the built product. */
  built?: true
}

export const controls: readonly Control[] = [
  {
    without: 'the condition under which stock is taken',
    file: 'packages/db/src/stores/stock.ts',
    find: '${onHand} >= 0 and ${allocated} >= 0 and ${allocated} <= ${onHand}',
    replace: '1 = 1',
    ...{ rig: 'races/buyers.test.ts', test: 'postgres', env: { RIG_BUYERS: '80' } },
  },
  {
    without: 'the claim of an idempotency key',
    file: 'packages/db/src/stores/idempotency.ts',
    find: 'if (mine !== undefined) return undefined',
    replace: 'if (mine !== undefined || claim.keyHash !== "") return undefined',
    ...{ rig: 'races/rivals.test.ts', test: 'sqlite.*one order in one request' },
  },
  {
    without: "the look at the attempt's state after the gateway has answered",
    file: 'apps/api/src/features/billing/complete-payment.ts',
    find: '  const payment = await billing.getPayment(tx, paymentId)\n  if (!isUnknown(payment.state)) return null\n',
    replace: '  const payment = await billing.getPayment(tx, paymentId)\n',
    ...{ rig: 'races/pairs-sqlite.test.ts', test: 'sqlite.*is unpaid' },
  },
  {
    without: 'the look at money on its way before a parcel leaves',
    file: 'apps/api/src/features/orders/fulfil-order.ts',
    find: '  await noMoneyMoving(tx, order)\n  const parcel',
    replace: '  const parcel',
    ...{ rig: 'races/pairs-sqlite.test.ts', test: 'sqlite.*is paid$' },
  },
  {
    without: 'the wait of the expiry for a payment on its way',
    file: 'apps/api/src/features/orders/expire-orders.ts',
    find: '  if (attempts.some((one) => isUnknown(one.state))) return false\n',
    replace: '',
    ...{ rig: 'races/pairs-sqlite.test.ts', test: 'sqlite.*is late, and the gateway' },
  },
  {
    without: 'the patience with word that a code is awaited, when the code is on its way',
    file: 'apps/api/src/features/billing/complete-payment.ts',
    find: "    if (payment.state === 'confirming') return null\n",
    replace:
      "    if (payment.state === 'confirming') return (await billing.movePayment(tx, payment, 'failed', facts), null)\n",
    ...{ rig: 'races/pairs-sqlite.test.ts', test: 'sqlite.*waits for a code' },
  },
  {
    without: 'the version at which a product is replaced',
    file: 'packages/db/src/stores/products.ts',
    find: '.where(and(eq(products.id, before.id), eq(products.version, before.version)))',
    replace: '.where(eq(products.id, before.id))',
    ...{ rig: 'races/pairs-sqlite.test.ts', test: 'sqlite.*the last piece' },
  },
  {
    without: 'the key under which the gateway knows an attempt',
    file: 'apps/api/src/features/billing/complete-payment.ts',
    find: 'services.gateway.charge({ key, ',
    replace: 'services.gateway.charge({ key: `${key}-${services.random(4).join("")}`, ',
    ...{ rig: 'crash/crash.test.ts', test: 'sqlite', env: { RIG_KILLS: '10' } },
  },
  {
    without: 'the log that is written ahead',
    file: 'packages/db/src/sqlite-connection.ts',
    find: "set('journal_mode', 'wal')",
    replace: "set('journal_mode', 'memory')",
    ...{ rig: 'torn/torn.test.ts', test: 'power cut', env: { RIG_TORN: '60' } },
  },
  {
    without: 'the new try after a conflict on PostgreSQL',
    file: 'packages/db/src/open-postgres.ts',
    find: 'const mostTries = 8',
    replace: 'const mostTries = 1',
    ...{ rig: 'postgres/postgres.test.ts', test: 'a fifth of all commits' },
  },
  {
    without: 'the new try after a COMMIT whose outcome is unknown',
    file: 'apps/api/src/change.ts',
    find: 'const triesAtCommit = 4',
    replace: 'const triesAtCommit = 1',
    ...{ rig: 'postgres/postgres.test.ts', test: 'cut at COMMIT' },
  },
  {
    without: "the look at the attempt's state, by one who stood still while another completed it",
    file: 'apps/api/src/features/billing/complete-payment.ts',
    find: '  const payment = await billing.getPayment(tx, paymentId)\n  if (!isUnknown(payment.state)) return null\n',
    replace: '  const payment = await billing.getPayment(tx, paymentId)\n',
    ...{ rig: 'stall/stall.test.ts', test: 'in the middle.*sqlite' },
  },
  {
    without: 'the word to the gateway that an attempt was given up',
    file: 'apps/api/src/features/billing/complete-payment.ts',
    find: 'unanswered ? await services.gateway.close(payment.key) : known\n',
    replace: "unanswered ? { ...known, outcome: 'declined', reason: 'given_up', reference: '' } : known\n",
    ...{ rig: 'stall/stall.test.ts', test: 'past the hold.*sqlite' },
  },
  {
    without: 'the owner of a conversation, where a shopper asks for it',
    file: 'packages/db/src/stores/support.ts',
    find: '? eq(threads.userId, owner)',
    replace: '? eq(threads.id, id)',
    ...{ rig: 'fuzz/fuzz.test.ts', test: 'whatever is sent', env: { RIG_REQUESTS: '2500' } },
  },
  {
    without: 'the refusal of characters that no database keeps',
    file: 'packages/domain/src/input-kinds.ts',
    find: '    .regex(/^[^\\p{Cc}\\p{Cs}]*$/u)\n',
    replace: '',
    ...{ rig: 'fuzz/fuzz.test.ts', test: 'whatever is sent', env: { RIG_REQUESTS: '2500', RIG_ENGINE: 'postgres' } },
  },
  {
    without: 'the wait for calls that are under way when the shop ends',
    file: 'apps/api/src/serve.ts',
    find: '  await app.close()\n',
    replace: '  app.server.closeAllConnections()\n',
    ...{ rig: 'drain/drain.test.ts', test: 'asked to end', built: true },
  },
  {
    without: 'the end of the streams before the server closes',
    file: 'apps/api/src/serve.ts',
    find: '  ending.last(() => shop.drain())\n',
    replace: '',
    ...{ rig: 'drain/drain.test.ts', test: 'asked to end', built: true },
  },
]
