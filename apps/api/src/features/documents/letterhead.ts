import type { SellerMentions } from '@comptoir/domain/billing'
import type { Address } from '@comptoir/domain/orders'
import { type Paper, sheet, sheetWidth } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

const buyerLeft = 336
const small = { size: 8, grey: true }

/** The seller on the left, the other party on the right, as in a window envelope; answers the y below. */
export function drawLetterhead(
  paper: Paper,
  { say, country }: PaperWords,
  { seller, label, address, name }: { seller: SellerMentions; label: string; address: Address; name: string },
): number {
  const [shop = '', ...form] = seller.name.split(', ')
  const left = { width: buyerLeft - sheet.left - 24 }
  let y = paper.write(shop, sheet.left, sheet.top - 8, { face: 'serif', size: 26, ...left }) + 4
  const place = seller.address.split(', ').map(country)
  const mentions = [form.join(', '), ...place, seller.email]
  const numbers = [seller.siren && say.siren(seller.siren), seller.vatNumber && say.vatNumber(seller.vatNumber)]
  for (const line of [...mentions, ...numbers].filter((one) => one !== ''))
    y = paper.write(line, sheet.left, y, { ...small, ...left })

  const right = { width: sheet.right - buyerLeft }
  let below = paper.write(label, buyerLeft, sheet.top + 44, { ...small, ...right }) + 3
  below = paper.write(name, buyerLeft, below, { face: 'strong', size: 10.5, ...right })
  const { line1, line2, postcode, city } = address
  const recipient = address.name === name ? '' : address.name
  for (const line of [recipient, line1, line2, `${postcode} ${city}`, country(address.country)].filter((one) => one))
    below = paper.write(line, buyerLeft, below, { size: 10.5, ...right })
  return Math.max(y, below)
}

/** The title with its number, then what one asks first, side by side; answers the y below. */
export function drawTitle(paper: Paper, top: number, title: string, facts: readonly (readonly [string, string])[]) {
  let y = paper.write(title, sheet.left, top, { face: 'serif', size: 21 }) + 10
  const width = sheetWidth / Math.max(3, facts.length)
  paper.rule(sheet.left, y, sheetWidth)
  y += 8
  const ends = facts.map(([label, value], i) => {
    const look = { width: width - 10 }
    const below = paper.write(label, sheet.left + i * width, y, { ...small, ...look })
    return paper.write(value, sheet.left + i * width, below, { size: 10, ...look })
  })
  return Math.max(...ends)
}

/** The line at the foot of each sheet. */
export function drawFoot(paper: Paper, words: string, sheetOf: string): void {
  paper.rule(sheet.left, sheet.foot - 8, sheetWidth, 'faint')
  paper.write(words, sheet.left, sheet.foot, { size: 7.5, grey: true, width: sheetWidth - 80 })
  paper.write(sheetOf, sheet.right - 80, sheet.foot, { size: 7.5, grey: true, width: 80, align: 'right' })
}
