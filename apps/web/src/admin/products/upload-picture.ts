import type { Locale } from '@comptoir/domain'
import { sendFile } from './send-file.ts'

/** Sends a picture as it is; the server checks it by its content. Answers its path. */
export async function uploadPicture(file: File, locale: Locale): Promise<string> {
  const said = await sendFile('/uploads/product-image', file, file.type || 'application/octet-stream', locale)
  if ('path' in said && typeof said.path === 'string') return said.path
  throw new Error('the upload was answered without a path')
}
