import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Writer } from '@comptoir/db'
import * as imports from '@comptoir/db/stores/imports'
import * as jobs from '@comptoir/db/stores/jobs'
import { type Id, refuse } from '@comptoir/domain'
import type { CheckImportInput } from '@comptoir/domain/catalog/inputs'
import { type Fresh, freshFor } from '../../../change.ts'
import type { Services } from '../../../context.ts'
import { noteDeed, type StaffCall } from '../../../staff-call.ts'
import { importJobKind } from './job-kinds.ts'
import { importProducts, type ImportReport } from './import-products.ts'
import { NotAProductFile } from './shopify-file.ts'

type Needs = Pick<Services, 'db' | 'clock' | 'random'>

const mostWrites = 20
const chunk = 64 * 1024

const countsOf = ({
  rows,
  products,
  done,
  created,
  changed,
  unchanged,
  newVariants,
}: imports.Counts): imports.Counts => ({
  ...{ rows, products, done, created, changed, unchanged, newVariants },
})

/** A long text bit by bit, with a turn of the event loop in between. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + chunk
    // Half a character would become two signs of nothing.
    if ((text.codePointAt(end - 1) ?? 0) > 0xffff) end += 1
    yield text.slice(at, end)
    await setImmediate()
  }
}
/** The text of a file as a stream. */
export const sourceOf = (text: string) => Readable.from(pieces(text))

/** Looks what a file would do, and changes nothing of the catalogue. Refuses: import_not_found, import_unreadable. */
export async function checkFile(
  services: Needs,
  { id, language, vatCategory }: CheckImportInput,
): Promise<ImportReport> {
  await imports.get(services.db.read, id)
  const text = await imports.textOf(services.db.read, id)
  return importProducts(services, sourceOf(text), { language, vatCategory, dryRun: true }).catch((error: unknown) => {
    if (error instanceof NotAProductFile) return refuse('import_unreadable')
    throw error
  })
}

/** Keeps what a dry run told. Refuses: import_not_found, import_running. */
export const keepCheck = (tx: Writer, { id, ...how }: CheckImportInput, report: ImportReport): Promise<void> =>
  imports.keepCheck(tx, id, { ...how, separator: report.separator, counts: countsOf(report), errors: report.bad })

/** Sends a checked file on its way, in the background. Refuses: import_not_found, import_running, import_unchecked. */
export async function startImport(tx: Writer, by: StaffCall, id: Id<'import'>, fresh: Fresh): Promise<void> {
  await imports.start(tx, id, fresh.now)
  await jobs.add(tx, { id: fresh.id('event'), kind: importJobKind, data: { importId: id }, runAt: fresh.now })
  await noteDeed(tx, by, { action: 'imports.start', subjectId: id }, fresh)
}

/**
 * Imports the next part of a file: at most 20 writes, each with the progress that it makes, so that a run that was cut goes on where it
 * was and sweeps have their turn in between. Answers what ends this part.
 */
export async function runImport(services: Needs, id: Id<'import'>): Promise<((tx: Writer) => Promise<void>) | void> {
  const from = await imports.find(services.db.read, id)
  if (from?.state !== 'running') return
  const { language, vatCategory } = from
  const source = sourceOf(await imports.textOf(services.db.read, id))
  const fresh = freshFor(services)
  const next = { id: fresh.id('event'), kind: importJobKind, data: { importId: id }, runAt: fresh.now }
  try {
    const report = await importProducts(services, source, {
      ...{ language, vatCategory, dryRun: false },
      run: {
        from,
        mostWrites,
        keep: (tx, counts, errors) => imports.keepProgress(tx, id, { counts: countsOf(counts), errors }),
      },
    })
    if (report.done < report.products) return (tx) => jobs.add(tx, next)
    return (tx) => imports.finish(tx, id, 'done', services.clock())
  } catch (error) {
    if (!(error instanceof NotAProductFile)) throw error
    return (tx) => imports.finish(tx, id, 'failed', services.clock())
  }
}
