import { refuse } from '@comptoir/domain'

/** The text of a product file: UTF-8, or what spreadsheets on Windows write. Refuses: import_not_text, import_unreadable. */
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
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
