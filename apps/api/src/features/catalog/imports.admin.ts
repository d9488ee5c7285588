import * as imports from '@comptoir/db/stores/imports'
import { CheckImportInput, ImportIdInput, ImportsInput } from '@comptoir/domain/catalog/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { startPictures } from './import/fetch-pictures.ts'
import { checkFile, keepCheck, startImport } from './import/run-import.ts'
import { ImportPageView, importRowView, ImportView, showImport } from './import-view.ts'

/** Files of products, on their way into the catalogue. */
export const importsForAdmin = {
  list: staff
    .input(ImportsInput)
    .output(ImportPageView)
    .query(async ({ ctx, input }) => {
      const { rows, nextCursor } = await imports.listPage(ctx.db.read, input)
      return { items: rows.map(importRowView), nextCursor }
    }),
  get: staff
    .input(ImportIdInput)
    .output(ImportView)
    .query(({ ctx, input }) => showImport(ctx.db.read, input.id, ctx.locale)),

  /** What the file would do, and which of its rows cannot be used. Refuses: import_not_found, import_unreadable, import_running. */
  check: staff
    .input(CheckImportInput)
    .output(ImportView)
    .mutation(async ({ ctx, input }) => {
      const report = await checkFile(ctx, input)
      return change(ctx, 'imports.check', input, async (tx) => {
        await keepCheck(tx, input, report)
        return showImport(tx, input.id, ctx.locale)
      })
    }),

  /** Refuses: import_not_found, import_unchecked, import_running. */
  start: staff
    .input(ImportIdInput)
    .output(ImportView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'imports.start', input, async (tx, fresh) => {
        await startImport(tx, staffCall(ctx), input.id, fresh)
        return showImport(tx, input.id, ctx.locale)
      }),
    ),

  /** Refuses: import_not_found, import_unfinished, import_running. */
  fetchPictures: staff
    .input(ImportIdInput)
    .output(ImportView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'imports.fetchPictures', input, async (tx, fresh) => {
        await startPictures(tx, staffCall(ctx), input.id, fresh)
        return showImport(tx, input.id, ctx.locale)
      }),
    ),
} satisfies TRPCRouterRecord
