import type { Reader } from '../database.ts'
import { type Breach, breachesOf } from './check.ts'
import { documentBreaches, documentChecks } from './documents.ts'
import { fileBreaches, fileChecks } from './document-files.ts'
import { figureBreaches } from './figures.ts'
import { amountChecks } from './money.ts'
import { paymentChecks } from './payments.ts'
import { requestChecks } from './requests.ts'
import { stateChecks } from './states.ts'
import { stockChecks } from './stock.ts'

export type { Breach } from './check.ts'

const checks = [
  ...amountChecks,
  ...paymentChecks,
  ...stockChecks,
  ...documentChecks,
  ...fileChecks,
  ...stateChecks,
  ...requestChecks,
]

/**
 * Checks the invariants of SAFETY 3 that the tables can tell, on any copy of the books: empty means that all hold.
 * Reads only, statement by statement, with memory for the breaches and one page of documents.
 */
export async function checkBooks(db: Reader): Promise<Breach[]> {
  const found: Breach[] = []
  for (const check of checks) found.push(...(await breachesOf(db, check)))
  for await (const breaches of documentBreaches(db)) found.push(...breaches)
  for await (const breaches of fileBreaches(db)) found.push(...breaches)
  for await (const breaches of figureBreaches(db)) found.push(...breaches)
  return found
}
