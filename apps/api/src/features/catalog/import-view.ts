import type { Reader } from '@comptoir/db'
import { progressOf } from '@comptoir/db/stores/import-pictures'
import * as imports from '@comptoir/db/stores/imports'
import type { Id, Locale } from '@comptoir/domain'
import { type VatCategory, vatCategories } from '@comptoir/domain/cart'
import { type ImportState, importStates } from '@comptoir/domain/catalog'
import { type RowFault, rowFaultWords, type Separator, separatorNames } from '@comptoir/domain/imports'
import * as z from 'zod'

/** A row of the file that could not be used; `line` is where it begins, `reason` ends a sentence about it in the caller's language. */
export interface ImportErrorView {
  line: number
  reason: string
}
export const ImportErrorView: z.ZodType<ImportErrorView, ImportErrorView> = z.object({
  line: z.int(),
  reason: z.string(),
})

/**
 * A file of products. `created`, `changed`, `unchanged` and `newVariants` are what a check says that would happen, then what the run did so
 * far; `done` of `products` is how far it came. `separator` is what a check found between its cells.
 */
export interface ImportRowView {
  id: string
  fileName: string
  language: Locale
  vatCategory: VatCategory | null
  state: ImportState
  separator: Separator | null
  rows: number
  products: number
  done: number
  created: number
  changed: number
  unchanged: number
  newVariants: number
  errorCount: number
  actorName: string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}
const row = {
  id: z.string(),
  fileName: z.string(),
  language: z.enum(['fr', 'en']),
  vatCategory: z.enum(vatCategories).nullable(),
  state: z.enum(importStates),
  separator: z.enum(separatorNames).nullable(),
  rows: z.int(),
  products: z.int(),
  done: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  newVariants: z.int(),
  errorCount: z.int(),
  actorName: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
}
export const ImportRowView: z.ZodType<ImportRowView, ImportRowView> = z.object(row)

/** A picture that could not be had; `reason` ends a sentence about its address. */
export interface ImportPictureErrorView extends ImportErrorView {
  url: string
}
/** The pictures that the file names by their address: `of` is null until they are counted. `there` needed nothing. */
export interface ImportPicturesView {
  state: 'never' | 'running' | 'done'
  of: number | null
  fetched: number
  there: number
  failed: number
  errors: ImportPictureErrorView[]
}
const ImportPicturesView: z.ZodType<ImportPicturesView, ImportPicturesView> = z.object({
  state: z.enum(['never', 'running', 'done']),
  of: z.int().nullable(),
  ...{ fetched: z.int(), there: z.int(), failed: z.int() },
  errors: z.array(z.object({ line: z.int(), reason: z.string(), url: z.string() })),
})

/** With its errors, at most 200 of each kind, in the order of the file. */
export interface ImportView extends ImportRowView {
  errors: ImportErrorView[]
  pictures: ImportPicturesView
}
export const ImportView: z.ZodType<ImportView, ImportView> = z.object({
  ...row,
  errors: z.array(ImportErrorView),
  pictures: ImportPicturesView,
})

export interface ImportPageView {
  items: ImportRowView[]
  nextCursor: string | null
}
export const ImportPageView: z.ZodType<ImportPageView, ImportPageView> = z.object({
  items: z.array(ImportRowView),
  nextCursor: z.string().nullable(),
})

export const importRowView = ({
  actorId: _,
  errors: __,
  pictureState: ___,
  pictureCount: ____,
  createdAt,
  startedAt,
  finishedAt,
  ...job
}: imports.ImportRow): ImportRowView => ({
  ...job,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
})
/** The job with its errors in the reader's words. Refuses: import_not_found. */
export async function showImport(db: Reader, id: Id<'import'>, locale: Locale): Promise<ImportView> {
  const job = await imports.get(db, id)
  const { fetched, there, failed, failures } = await progressOf(db, id)
  const told = ({ line, fault }: { line: number; fault: RowFault | null }) => ({
    line,
    reason: fault === null ? '' : rowFaultWords(fault, locale),
  })
  return {
    ...importRowView(job),
    errors: job.errors.map(told),
    pictures: {
      ...{ state: job.pictureState ?? ('never' as const), of: job.pictureCount, fetched, there, failed },
      errors: failures.map((one) => ({ ...told(one), url: one.url })),
    },
  }
}
