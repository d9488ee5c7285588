import { extractText, getDocumentProxy } from 'unpdf'

/** The words of a PDF, sheet by sheet, with plain spaces. */
export async function wordsOfPdf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 }))
  return text.map((sheet) => sheet.replaceAll(/\s+/g, ' '))
}
