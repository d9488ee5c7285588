import { checkBooks, type Database, type Reader } from '@comptoir/db'
import { sql } from 'drizzle-orm'

/** What the books and the gateway's own ledger say, for a rig to compare with what it was told. */
export interface Books {
  /** Broken invariants, in words; empty when the books are clean. */
  breaches: string[]
  orders: { id: string; status: string; email: string; totalCents: number }[]
  stock: { variantId: string; onHand: number; allocated: number }[]
  invoices: number
  creditNotes: number
  gateway: { capturedCents: number; charges: number; refundedCents: number; refunds: number }
}

/** Checks every invariant and the file itself, and reads what a rig compares. */
export async function readBooks(db: Pick<Database, 'read'>): Promise<Books> {
  const { orders, variants, invoices, creditNotes, gatewayCharges, gatewayRefunds } = db.read.tables
  const breaches = (await checkBooks(db.read)).map((one) => `${one.invariant} ${one.subject}: ${one.words}`)
  const charges = (await db.read.select().from(gatewayCharges)).filter(({ state }) => state === 'captured')
  const refunds = (await db.read.select().from(gatewayRefunds)).filter(({ state }) => state === 'succeeded')
  const sum = (rows: readonly { amountCents: number }[]) => rows.reduce((all, { amountCents }) => all + amountCents, 0)
  return {
    breaches: [...breaches, ...(await fileFaults(db.read))],
    orders: await db.read
      .select({ id: orders.id, status: orders.status, email: orders.email, totalCents: orders.totalCents })
      .from(orders),
    stock: await db.read
      .select({ variantId: variants.id, onHand: variants.onHand, allocated: variants.allocated })
      .from(variants),
    invoices: await db.read.$count(invoices),
    creditNotes: await db.read.$count(creditNotes),
    gateway: {
      ...{ capturedCents: sum(charges), charges: charges.length },
      ...{ refundedCents: sum(refunds), refunds: refunds.length },
    },
  }
}

/** What SQLite says of its own file (INV-71); PostgreSQL answers for its files itself. */
export async function fileFaults(db: Reader): Promise<string[]> {
  if (db.dialect.name !== 'sqlite') return []
  const found = await db.select({ words: sql<string>`integrity_check` }).from(sql`pragma_integrity_check`)
  const orphans = await db.select({ table: sql<string>`"table"` }).from(sql`pragma_foreign_key_check`)
  return [
    ...found.filter(({ words }) => words !== 'ok').map(({ words }) => `INV-71 integrity: ${words}`),
    ...orphans.map(({ table }) => `INV-71 a row of ${table} points nowhere`),
  ]
}
