import type { Locale } from '@comptoir/domain'
import { sendFile } from '../products/send-file.ts'

/** Sends a CSV of products to be checked. Answers the id of its import. */
export async function uploadCsv(file: File, locale: Locale): Promise<string> {
  const said = await sendFile(`/uploads/products-csv?name=${encodeURIComponent(file.name)}`, file, 'text/csv', locale)
  if ('importId' in said && typeof said.importId === 'string') return said.importId
  throw new Error('the upload was answered without an import')
}
