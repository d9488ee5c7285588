import type { ImportRow } from '@comptoir/db/stores/imports'
import type { Locale } from '@comptoir/domain'
import { type VatCategory, vatCategories } from '@comptoir/domain/cart'
import { type ImportState, importStates } from '@comptoir/domain/catalog'
import { rowFaultWords } from '@comptoir/domain/imports'
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
 * far; `done` of `products` is how far it came.
 */
export interface ImportRowView {
  id: string
  fileName: string
  language: Locale
  vatCategory: VatCategory | null
  state: ImportState
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

/** With its errors, at most 200 of `errorCount`, in the order of the file. */
export interface ImportView extends ImportRowView {
  errors: ImportErrorView[]
}
export const ImportView: z.ZodType<ImportView, ImportView> = z.object({ ...row, errors: z.array(ImportErrorView) })

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
  createdAt,
  startedAt,
  finishedAt,
  ...job
}: ImportRow): ImportRowView => ({
  ...job,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
})
/** The job with its errors in the reader's words. */
export const importView = (job: ImportRow, locale: Locale): ImportView => ({
  ...importRowView(job),
  errors: job.errors.map(({ line, fault }) => ({ line, reason: rowFaultWords(fault, locale) })),
})
