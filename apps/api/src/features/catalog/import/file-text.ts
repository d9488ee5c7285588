import { refuse } from '@comptoir/domain'

/** The text of a product file: UTF-8, or what spreadsheets on Windows write. Refuses: import_not_text, import_letters_damaged, import_unreadable. */
export function textOf(bytes: Buffer): string {
  const text = decoded(bytes)
  // Workbooks and UTF-16 are full of them; no text that we read has one.
  if (text.includes('\u0000')) refuse('import_not_text')
  if (text.trim() === '') refuse('import_unreadable')
  return text
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const line = damagedLine(bytes)
    return line === null ? new TextDecoder('windows-1252').decode(bytes) : refuse('import_letters_damaged', { line })
  }
}

const marked = Buffer.from('\uFEFF')

/** Where a file breaks that is UTF-8 all the same, by its mark or by most of its letters: as Windows-1252 every one of them would be read wrong. */
function damagedLine(bytes: Buffer): number | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.length - text.replaceAll('\uFFFD', '').length
  const whole = text.length - text.replaceAll(/\P{ASCII}/gu, '').length - broken
  if (!bytes.subarray(0, marked.length).equals(marked) && whole <= broken) return null
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length
}
