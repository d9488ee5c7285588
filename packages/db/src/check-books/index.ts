import type { Reader } from '../database.ts'
import {
  type Breach,
  breachesOf,
  breachesOfSheet,
  type Check,
  mostNamed,
  type Rule,
  type Sheet,
  type Walk,
} from './check.ts'
import { documentChecks } from './documents.ts'
import { documentWalk } from './document-walk.ts'
import { fileChecks, fileWalk } from './document-files.ts'
import { figureWalk } from './figures.ts'
import { ledgerSheets } from './ledger.ts'
import { amountChecks, amountSheets } from './money.ts'
import { paymentChecks, paymentSheets } from './payments.ts'
import { erasureChecks, peopleWalks } from './people.ts'
import { requestChecks } from './requests.ts'
import { damageIn } from '../sqlite-files.ts'
import { faultOfFile, liveChecks, soundnessChecks } from './soundness.ts'
import { searchChecks } from './search.ts'
import { searchWalk } from './search-words.ts'
import { stateChecks, stateSheets } from './states.ts'
import { stockChecks, stockSheets } from './stock.ts'

export type { Breach } from './check.ts'

const checks: (Check | Sheet)[] = [
  ...soundnessChecks,
  ...searchChecks,
  ...amountChecks,
  ...amountSheets,
  ...ledgerSheets,
  ...paymentSheets,
  ...paymentChecks,
  ...stockSheets,
  ...stockChecks,
  ...documentChecks,
  ...fileChecks,
  ...stateSheets,
  ...stateChecks,
  ...requestChecks,
  ...erasureChecks,
]
const walks: Walk[] = [documentWalk, fileWalk, figureWalk, ...peopleWalks, searchWalk]

/** All rules, in the order in which they are checked: docs/check-books.md lists them. */
export const bookRules: readonly Rule[] = [
  ...[...checks, ...liveChecks(new Date(0))].flatMap((one) =>
    'rules' in one ? one.rules : [{ invariant: one.invariant, says: one.says }],
  ),
  ...walks.flatMap(({ covers }) => covers),
]

export interface CheckOptions {
  /** The instant of a shop that has been open for a minute: what it should have done by then is checked too. */
  now?: Date | undefined
  /** Told after each rule or walk: how many of how many are done. */
  onProgress?: ((done: number, of: number) => void) | undefined
}

/**
 * Checks the invariants of SAFETY 3 that the tables can tell, on any copy of the books: empty means that all hold.
 * Reads only, statement by statement, with memory for the named breaches, one page of documents and the words of some kinds of product.
 */
export async function checkBooks(db: Reader, options: CheckOptions = {}): Promise<Breach[]> {
  const found: Breach[] = []
  try {
    await lookInto(db, options, found)
  } catch (error) {
    // Where the engine cannot read on no rule can: that is the breach.
    found.push({ invariant: 'INV-71', subject: 'the file', words: faultOfFile.replace('{found}', damageIn(error)) })
  }
  return found
}

async function lookInto(db: Reader, { now, onProgress }: CheckOptions, found: Breach[]): Promise<void> {
  const all = now === undefined ? checks : [...checks, ...liveChecks(now)]
  let done = 0
  const step = () => onProgress?.(++done, all.length + walks.length)
  for (const check of all) {
    found.push(...(await ('rules' in check ? breachesOfSheet(db, check) : breachesOf(db, check))))
    step()
  }
  for (const { walk, covers } of walks) {
    // Walks are long: what they find is bounded like what a statement finds.
    let named = 0
    for await (const breaches of walk(db)) {
      found.push(...breaches.slice(0, Math.max(0, mostNamed - named)))
      named += breaches.length
    }
    if (named > mostNamed)
      found.push({
        invariant: covers[0]?.invariant ?? '',
        subject: '…',
        words: `and ${named - mostNamed} more of these`,
      })
    step()
  }
}
