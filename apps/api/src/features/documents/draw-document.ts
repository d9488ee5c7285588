import type { CreditNote, Invoice } from '@comptoir/domain/billing'
import { type Cents, zero } from '@comptoir/domain'
import { drawFoot, drawLetterhead, drawTitle } from './letterhead.ts'
import { type Paper, sheet, sheetWidth } from './paper.ts'
import { drawTable } from './paper-table.ts'
import type { PaperWords } from './paper-words.ts'

const numbers = { align: 'right' } as const

/** Draws an invoice or a credit note from its own rows alone: every mention of SAFETY 8, VAT per rate. RULES 4.12. */
export function drawDocument(paper: Paper, document: Invoice | CreditNote, words: PaperWords): void {
  const { say, day } = words
  const title = `${'invoiceNumber' in document ? say.creditNote : say.invoice} ${document.number}`
  paper.section(
    () => {
      const { seller, buyer } = document
      const below = drawLetterhead(paper, words, { seller, label: say.buyer, address: buyer.address, name: buyer.name })
      const facts = [
        [say.issuedOn, day(document.issuedAt)],
        'invoiceNumber' in document
          ? ([say.corrects, document.invoiceNumber] as const)
          : ([say.paidOn, day(document.paidAt)] as const),
        [say.order, document.orderReference],
      ] as const
      const y = drawTitle(paper, below + 40, title, facts)
      drawEnd(paper, drawLines(paper, y + 26, document, words), document, words)
    },
    (one, all) => drawFoot(paper, `${document.seller.name} · ${title}`, say.sheet(one, all)),
  )
}

function drawLines(paper: Paper, top: number, document: Invoice | CreditNote, { say, price, rate }: PaperWords) {
  const amount = (of: Cents) => ({ words: price(document.currency, of) })
  const figures = { quantity: 34, unit: 76, rate: 48, net: 72, gross: 72 }
  const rest = Object.values(figures).reduce((sum, one) => sum + one, 0)
  return drawTable(
    paper,
    top,
    [
      { title: say.item, width: sheetWidth - rest },
      { title: say.quantity, width: figures.quantity, ...numbers },
      { title: say.unitNet, width: figures.unit, ...numbers },
      { title: say.rate, width: figures.rate, ...numbers },
      { title: say.net, width: figures.net, ...numbers },
      { title: say.gross, width: figures.gross, ...numbers },
    ],
    document.lines.map((line) => [
      { words: line.name, ...(line.sku !== null && { under: line.sku }) },
      { words: String(line.quantity) },
      amount(line.unitNetCents),
      { words: rate(line.vat.rateBp) },
      amount(line.netCents),
      amount(line.grossCents),
    ]),
  )
}

/** VAT per rate, the totals and the closing words: kept together on one sheet. */
function drawEnd(paper: Paper, from: number, document: Invoice | CreditNote, words: PaperWords): void {
  const { say, price, rate, day } = words
  const { groups, currency } = document
  const height = 92 + 16 * Math.max(groups.length + 1, 4)
  let top = from + 22
  if (top + height > sheet.bottom) {
    paper.newSheet()
    top = sheet.top
  }
  const amount = (of: Cents) => price(currency, of)
  const rows = [
    [say.rate, say.base, say.tax],
    ...groups.map((group) => [rate(group.vat.rateBp), amount(group.netCents), amount(group.taxCents)]),
  ]
  const widths = [48, 78, 78]
  rows.forEach((row, line) => {
    const y = top + line * 16
    const look = { size: line === 0 ? 8 : 9, grey: line === 0 }
    row.forEach((cell, i) => {
      const x = sheet.left + widths.slice(0, i).reduce((sum, one) => sum + one, 0)
      paper.write(cell, x, y, { ...look, width: widths[i] ?? 0, align: i === 0 ? 'left' : 'right' })
    })
    if (line === 0) paper.rule(sheet.left, y + 13, 204)
  })

  const left = sheet.right - 210
  const total = (label: string, value: string, y: number) => {
    paper.write(label, left, y, { width: 120 })
    paper.write(value, left + 100, y, { width: 110, align: 'right' })
  }
  total(say.netTotal, amount(document.netCents), top)
  total(say.taxTotal, amount(document.taxCents), top + 16)
  paper.rule(left, top + 35, 210)
  const label = 'invoiceNumber' in document ? say.creditTotal : say.grossTotal
  paper.write(label, left, top + 46, { face: 'strong', size: 10, width: 120 })
  const sum = { face: 'serif', size: 18, width: 150, ...numbers } as const
  paper.write(amount(document.totalCents), sheet.right - 150, top + 41.5, sum)

  let y = top + Math.max(72, 16 * rows.length) + 14
  const closing =
    'invoiceNumber' in document ? say.credited(document.invoiceNumber) : say.paid(day(document.paidAt), amount(zero))
  y = paper.write(closing, sheet.left, y, { face: 'strong', size: 9.5 }) + 3
  paper.write(`${say.nature} ${say.reading}`, sheet.left, y, { size: 8, grey: true })
}
