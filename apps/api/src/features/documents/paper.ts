import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Locale } from '@comptoir/domain'

type Face = 'serif' | 'text' | 'strong' | 'wide'

/** How words stand on paper; sizes and widths in points. */
export interface Look {
  face?: 'serif' | 'text' | 'strong'
  size?: number
  grey?: boolean
  align?: 'left' | 'right' | 'center'
  width?: number
}

/** Black on white, with words set in the shop's hand. Coordinates in points from the upper left of an A4 sheet. */
export interface Paper {
  /** Writes words that wrap in `look.width`; answers the y below them. */
  write(words: string, x: number, y: number, look?: Look): number
  /** How high these words would stand. */
  heightOf(words: string, look?: Look): number
  /** A line in ink, or a faint one between rows. */
  rule(x: number, y: number, width: number, weight?: 'ink' | 'faint'): void
  /** An empty box to tick. */
  box(x: number, y: number, side: number): void
  newSheet(): void
  /** Draws one document on sheets of its own; `foot` is drawn on each of them when their number is known. */
  section(draw: () => void, foot: (sheet: number, sheets: number) => void): void
}

/** Where words may stand: the left margin leaves room for a punch. */
export const sheet = { left: 74, right: 541, top: 56, bottom: 768, foot: 790 }
export const sheetWidth = sheet.right - sheet.left

const ink = '#16130f'
const grey = '#5c5751'
const faint = '#c9c5be'

const fontFiles: Record<Face, string> = {
  serif: '@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf',
  text: '@expo-google-fonts/hanken-grotesk/400Regular/HankenGrotesk_400Regular.ttf',
  strong: '@expo-google-fonts/hanken-grotesk/600SemiBold/HankenGrotesk_600SemiBold.ttf',
  wide: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
}
const faces = Object.keys(fontFiles) as Face[]

async function load() {
  const { resolve } = createRequire(import.meta.url)
  const { default: Pdf } = await import('pdfkit')
  const fonts = await Promise.all(faces.map((face) => readFile(resolve(fontFiles[face]))))
  return { Pdf, fonts: new Map(faces.map((face, i) => [face, fonts[i] ?? Buffer.alloc(0)])) }
}
let loading: ReturnType<typeof load> | undefined

// The shop's own fonts are Latin; words in Greek, Cyrillic or with rarer signs are set in one that has them.
const needsWide = /[^\u0020-\u017f\u0218-\u021b\u1e80-\u1ef9\u2010-\u203a\u20ac\u2122\u2212]/u
// None of the two draws the narrow no-break space and the no-break hyphen; their plain ones look the same.
const setting = (words: string) =>
  words
    .normalize()
    .replaceAll('\u202f', '\u00a0')
    .replaceAll('\u2011', '-')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')

export interface PaperFacts {
  title: string
  author: string
  locale: Locale
  /** Stands in the file instead of the clock, so that the same document gives the same bytes. */
  at: Date
}

/** A PDF (PDF/A-3b, fonts embedded) of what `draw` draws. The drawing library is loaded by the first call. */
export async function onPaper(facts: PaperFacts, draw: (paper: Paper) => void | Promise<void>): Promise<Buffer> {
  const { Pdf, fonts } = await (loading ??= load())
  const { at, author, title } = facts
  const pdf = new Pdf({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: '' },
    ...{ pdfVersion: '1.7', subset: 'PDF/A-3b', lang: facts.locale === 'fr' ? 'fr-FR' : 'en-GB', displayTitle: true },
    info: { Title: title, Author: author, Creator: 'Comptoir', Producer: 'Comptoir', CreationDate: at, ModDate: at },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done, failed) => pdf.on('end', done).on('error', failed))
  for (const [face, font] of fonts) pdf.registerFont(face, font)
  await draw(paperOn(pdf))
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function paperOn(pdf: PDFKit.PDFDocument): Paper {
  const set = (words: string, { face = 'text', size = 9.5, grey: light, ...place }: Look) => {
    pdf.font(needsWide.test(setting(words)) ? 'wide' : face, size).fillColor(light ? grey : ink)
    return { width: sheetWidth, lineGap: 1.5, ...place }
  }
  const newSheet = () => {
    pdf.addPage({ size: 'A4', margin: 0 })
    // Where a punch or a fold finds the middle of the sheet.
    pdf.moveTo(14, 421).lineTo(22, 421).lineWidth(0.4).stroke(grey)
  }
  return {
    newSheet,
    write(words, x, y, look = {}) {
      const options = set(words, look)
      pdf.text(setting(words), x, y, options)
      return pdf.y
    },
    heightOf(words, look = {}) {
      const options = set(words, look)
      return pdf.heightOfString(setting(words), options)
    },
    rule(x, y, width, weight = 'ink') {
      pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight === 'ink' ? 0.6 : 0.4)
        .stroke(weight === 'ink' ? ink : faint)
    },
    box(x, y, side) {
      pdf.rect(x, y, side, side).lineWidth(0.6).stroke(ink)
    },
    section(draw, foot) {
      const first = pdf.bufferedPageRange().count
      newSheet()
      draw()
      const sheets = pdf.bufferedPageRange().count - first
      for (let i = 0; i < sheets; i++) {
        pdf.switchToPage(first + i)
        foot(i + 1, sheets)
      }
    },
  }
}
