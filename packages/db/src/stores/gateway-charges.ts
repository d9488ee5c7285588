import { eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { prepared, rowHoles, rowValues } from '../prepared.ts'

export type GatewayCharge = Reader['tables']['gatewayCharges']['$inferSelect']

const byKey = prepared(({ tables: { gatewayCharges: c }, ...db }: Reader, hole) =>
  db
    .select()
    .from(c)
    .where(eq(c.key, hole('key', c.key))),
)

/** What the stand-in gateway keeps under a key. */
export async function findCharge(db: Reader, key: string): Promise<GatewayCharge | undefined> {
  return (await byKey(db, { key }))[0]
}

const first = prepared(({ tables: { gatewayCharges: c }, ...tx }: Writer, hole) =>
  tx
    .insert(c)
    .values(rowHoles(c, hole, 1))
    .onConflictDoNothing()
    .returning({ key: c.key }),
)

/** Writes a first result; a rival call with the same key keeps its own. Answers whether it was ours. */
export async function insertCharge(tx: Writer, charge: GatewayCharge): Promise<boolean> {
  return (await first(tx, rowValues(tx.tables.gatewayCharges, [charge]))).length > 0
}
