import { createHash } from 'node:crypto'
import { asc, gt, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { Breach, Check, Walk } from './check.ts'

/** Kept files belong to issued documents: INV-22. */
export const fileChecks: Check[] = [
  {
    invariant: 'INV-22',
    says: 'a file is kept of a document that was never issued',
    find: sql`select f.number as subject, null as found, null as wanted from document_files f
      where not exists (select 1 from invoices i where i.number = f.number)
      and not exists (select 1 from credit_notes n where n.number = f.number)`,
  },
]

const page = 20

async function* fileBreaches({ tables: { documentFiles }, ...db }: Reader): AsyncGenerator<Breach[]> {
  for (let after = '', more = true; more;) {
    const files = await db
      .select({ number: documentFiles.number, bytes: documentFiles.bytes, sha256: documentFiles.sha256 })
      .from(documentFiles)
      .where(gt(documentFiles.number, after))
      .orderBy(asc(documentFiles.number))
      .limit(page)
    yield files
      .filter(({ bytes, sha256 }) => createHash('sha256').update(bytes).digest('hex') !== sha256)
      .map(({ number }) => ({
        ...{ invariant: 'INV-22', subject: number, words: 'the kept file is not the one that was drawn' },
      }))
    after = files.at(-1)?.number ?? after
    more = files.length === page
  }
}

/** What SQL cannot say on both engines: that the kept bytes are those of their hash. */
export const fileWalk: Walk = {
  covers: [{ invariant: 'INV-22', says: 'the kept file of a document has the bytes of its hash' }],
  walk: fileBreaches,
}
