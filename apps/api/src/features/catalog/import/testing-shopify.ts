import { stringify } from 'node:querystring'
import { type Separator, separators } from '@comptoir/domain/imports'

const headings = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Variant Image',
  'Google Shopping / Gender',
] as const
export type Cells = Partial<Record<(typeof headings)[number], string>>

const quoted = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A product CSV as Shopify writes it, or a spreadsheet that separates cells otherwise; cells that are not given are empty. */
export function shopifyCsv(rows: readonly Cells[], { separator = 'comma' }: { separator?: Separator } = {}): string {
  const line = (cells: readonly string[]) => cells.map(quoted).join(separators[separator])
  return [line(headings), ...rows.map((row) => line(headings.map((heading) => row[heading] ?? ''))), ''].join('\n')
}

/** A row that begins a product which is sold as it is. */
export const aRow = (handle: string, over: Cells = {}): Cells => ({
  Handle: handle,
  Title: `Produit ${handle}`,
  'Body (HTML)': '<p>Un <strong>bel</strong> objet&nbsp;: simple &amp; solide.</p>',
  Vendor: 'Atelier Nord',
  Published: 'true',
  'Option1 Name': 'Title',
  'Option1 Value': 'Default Title',
  'Variant Inventory Qty': '5',
  'Variant Price': '12.50',
  'Image Src': imageOf(handle, 1),
  'Image Position': '1',
  ...over,
})

export const imageOf = (handle: string, no: number) => `https://images.example/${handle}?${stringify({ no })}`

/** A file of many products: every third has sizes, every second a row that is only a picture; SKUs are there and missing. */
export function aShopFile(products: number): { csv: string; rows: number; variants: number; images: number } {
  const rows: Cells[] = []
  let variants = 0
  let images = 0
  for (let i = 0; i < products; i++) {
    const handle = `produit-${i}`
    const sizes = i % 3 === 0 ? ['S', 'M', 'L'] : []
    const sku = i % 2 === 0 ? { 'Variant SKU': `SKU-${i}` } : {}
    rows.push(
      aRow(handle, { ...sku, ...(sizes[0] !== undefined && { 'Option1 Name': 'Taille', 'Option1 Value': sizes[0] }) }),
    )
    for (const size of sizes.slice(1))
      rows.push({ Handle: handle, 'Option1 Value': size, 'Variant Price': '13', 'Variant Inventory Qty': '2' })
    if (i % 2 === 0) rows.push({ Handle: handle, 'Image Src': imageOf(handle, 2), 'Image Position': '2' })
    variants += Math.max(1, sizes.length)
    images += i % 2 === 0 ? 2 : 1
  }
  return { csv: shopifyCsv(rows), rows: rows.length, variants, images }
}
