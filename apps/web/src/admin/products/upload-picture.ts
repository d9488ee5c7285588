import type { Locale } from '@comptoir/domain'

/** Sends a picture as it is; the server checks it by its content. Answers its path; a refusal throws as the procedures' do. */
export async function uploadPicture(file: File, locale: Locale): Promise<string> {
  const answer = await fetch('/uploads/product-image', {
    method: 'POST',
    body: file,
    headers: { 'content-type': file.type || 'application/octet-stream', 'accept-language': locale },
  })
  const said: unknown = await answer.json().catch(() => null)
  if (typeof said === 'object' && said !== null) {
    if ('path' in said && typeof said.path === 'string') return said.path
    if ('problem' in said) throw Object.assign(new Error('refused'), { data: { problem: said.problem } })
  }
  throw new Error(`the upload was answered with ${answer.status}`)
}
