import type { BadRow, ShopifyRow } from './shopify-file.ts'

/** The rows of one product, in the order of the file. */
export interface ProductRows {
  handle: string
  rows: [ShopifyRow, ...ShopifyRow[]]
}

/** Brings the rows of each product together by handle, wherever they stand in the file. */
export async function groupRows(
  rows: AsyncIterable<ShopifyRow>,
  bad: (row: BadRow) => void,
): Promise<{ products: ProductRows[]; count: number }> {
  const groups = new Map<string, ProductRows>()
  let count = 0
  for await (const row of rows) {
    count += 1
    const known = groups.get(row.handle)
    if (row.handle === '') bad({ line: row.line, fault: { code: 'handle_missing', of: {} } })
    else if (known) known.rows.push(row)
    else groups.set(row.handle, { handle: row.handle, rows: [row] })
  }
  return { products: [...groups.values()], count }
}
