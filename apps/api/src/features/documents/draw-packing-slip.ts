import type { SellerMentions } from '@comptoir/domain/billing'
import type { Order } from '@comptoir/domain/orders'
import { drawFoot, drawLetterhead, drawTitle } from './letterhead.ts'
import { type Paper, sheet, sheetWidth } from './paper.ts'
import { drawTable } from './paper-table.ts'
import type { PaperWords } from './paper-words.ts'

const boxWidth = 26

/** Draws what goes into the parcel of an order: pieces to tick, where they go, and no price. T11. */
export function drawPackingSlip(paper: Paper, order: Order, seller: SellerMentions, words: PaperWords): void {
  const { say, day } = words
  const title = `${say.packingSlip} ${order.reference}`
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  paper.section(
    () => {
      const { address } = order
      const below = drawLetterhead(paper, words, { seller, label: say.recipient, address, name: address.name })
      const parcel = [
        [say.carrier, order.carrier ?? ''],
        [say.tracking, order.trackingNumber ?? ''],
      ] as const
      const facts = [[say.placedOn, day(order.placedAt)], ...parcel.filter(([, value]) => value !== '')] as const
      const top = drawTitle(paper, below + 40, title, facts) + 26
      const y = drawTable(
        paper,
        top,
        [
          { title: '', width: boxWidth },
          { title: say.quantity, width: 44 },
          { title: say.item, width: sheetWidth - boxWidth - 44 },
        ],
        order.lines.map((line) => [
          { words: '' },
          { words: String(line.quantity), look: { face: 'strong', size: 11 } },
          {
            words: line.optionWords ? `${line.name} · ${line.optionWords}` : line.name,
            under: line.sku ?? '',
            look: { size: 11 },
          },
        ]),
        (rowTop) => paper.box(sheet.left, rowTop + 8, 10.5),
      )
      closing(paper, y + 18, say.pieces(pieces), say.thanks(seller.email))
    },
    (one, all) => drawFoot(paper, `${seller.name} · ${title}`, say.sheet(one, all)),
  )
}

function closing(paper: Paper, from: number, pieces: string, thanks: string): void {
  let y = from
  if (y + 40 > sheet.bottom) {
    paper.newSheet()
    y = sheet.top
  }
  y = paper.write(pieces, sheet.left, y, { face: 'strong', size: 10 }) + 4
  paper.write(thanks, sheet.left, y, { grey: true })
}
