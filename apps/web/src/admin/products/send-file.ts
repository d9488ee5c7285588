import type { Locale } from '@comptoir/domain'

/** Sends a file as the body of a request. A refusal throws as the procedures' do; anything but JSON is a failure of the shop. */
export async function sendFile(to: string, file: File, kind: string, locale: Locale): Promise<object> {
  const answer = await fetch(to, {
    method: 'POST',
    body: file,
    headers: { 'content-type': kind, 'accept-language': locale },
  })
  const said: unknown = await answer.json().catch(() => null)
  if (typeof said !== 'object' || said === null) throw new Error(`the upload was answered with ${answer.status}`)
  if ('problem' in said) throw Object.assign(new Error('refused'), { data: { problem: said.problem } })
  return said
}
