import type { Id, Locale } from '@comptoir/domain'
import type { VatCategory } from '@comptoir/domain/cart'
import type { ImportPictureState, ImportState } from '@comptoir/domain/catalog'
import type { RowFault, Separator } from '@comptoir/domain/imports'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

/** A row of a file that could not be used. */
export interface ImportError {
  line: number
  fault: RowFault
}

/** What staff work with at the catalogue: pictures on file, links to drafts, files that are imported. */
export const catalogWorkTables = (c: Columns) => {
  // A picture that was taken in; `path` + '-480.webp' is its file.
  const pictures = c.table(
    'pictures',
    {
      path: c.text().primaryKey(),
      width: c.int().notNull(),
      height: c.int().notNull(),
      createdById: c.text().$type<Id<'user'>>().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.check('pictures_size', sql`${t.width} > 0 and ${t.height} > 0`)],
  )
  // One link per product opens it before it is on the shelf; only its hash is kept.
  const productPreviews = c.table('product_previews', {
    productId: c.text().$type<Id<'product'>>().primaryKey(),
    tokenHash: c.text().notNull().unique(),
    createdById: c.text().$type<Id<'user'>>().notNull(),
    createdAt: c.instant().notNull(),
    expiresAt: c.instant().notNull(),
  })
  const importJobs = c.table(
    'import_jobs',
    {
      id: c.text().$type<Id<'import'>>().primaryKey(),
      fileName: c.text().notNull(),
      language: c.text().$type<Locale>().notNull(),
      // Null keeps what is on file and is the standard rate for new products.
      vatCategory: c.text().$type<VatCategory>(),
      state: c.text().$type<ImportState>().notNull(),
      // Between the cells of the file, as a check found it.
      separator: c.text().$type<Separator>(),
      rows: c.int().notNull(),
      // Products of the file, and how many of them the run has passed.
      products: c.int().notNull(),
      done: c.int().notNull(),
      created: c.int().notNull(),
      changed: c.int().notNull(),
      unchanged: c.int().notNull(),
      newVariants: c.int().notNull(),
      errorCount: c.int().notNull(),
      errors: c.json<ImportError[]>().notNull(),
      actorId: c.text().$type<Id<'user'>>().notNull(),
      createdAt: c.instant().notNull(),
      startedAt: c.instant(),
      finishedAt: c.instant(),
      // Whether the pictures of its products were asked for; how many the file names, once they are listed.
      pictureState: c.text().$type<'running' | 'done'>(),
      pictureCount: c.int(),
    },
    (t) => [
      c.check('import_jobs_done', sql`${t.done} >= 0 and ${t.done} <= ${t.products}`),
      c.check('import_jobs_counts', sql`${t.created} + ${t.changed} + ${t.unchanged} <= ${t.products}`),
    ],
  )
  const importFiles = c.table('import_files', {
    importId: c
      .text()
      .$type<Id<'import'>>()
      .primaryKey()
      .references(() => importJobs.id),
    text: c.text().notNull(),
  })
  // The pictures that a file names, in its order: what became of each, and why it could not be had.
  const importPictures = c.table(
    'import_pictures',
    {
      importId: c
        .text()
        .$type<Id<'import'>>()
        .notNull()
        .references(() => importJobs.id),
      position: c.int().notNull(),
      line: c.int().notNull(),
      slug: c.text().notNull(),
      url: c.text().notNull(),
      state: c.text().$type<ImportPictureState>().notNull(),
      fault: c.json<RowFault>(),
    },
    (t) => [
      c.primaryKey({ columns: [t.importId, t.position] }),
      c.index('import_pictures_state').on(t.importId, t.state, t.position),
      c.check('import_pictures_fault', sql`(${t.state} = 'failed') = (${t.fault} is not null)`),
    ],
  )
  return { pictures, productPreviews, importJobs, importFiles, importPictures }
}
