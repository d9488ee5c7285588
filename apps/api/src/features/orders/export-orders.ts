import type { Reader } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import { listOrders } from '@comptoir/db/stores/order-lists'
import * as orders from '@comptoir/db/stores/orders'
import type { Id } from '@comptoir/domain'
import * as z from 'zod'
import { InvoiceView, invoiceView } from './invoice-view.ts'
import { OrderView, orderView } from './order-view.ts'

/** An order as its buyer takes it along, with the documents that were issued for it. */
export interface ExportedOrder {
  order: OrderView
  documents: InvoiceView | null
}
export const ExportedOrder: z.ZodType<ExportedOrder, ExportedOrder> = z.object({
  order: OrderView,
  documents: InvoiceView.nullable(),
})

const atOnce = 50

/** Every order of an account, the newest first. */
export async function exportOrders(db: Reader, userId: Id<'user'>): Promise<ExportedOrder[]> {
  const found: ExportedOrder[] = []
  for (let beforeId: Id<'order'> | null = null, more = true; more;) {
    const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(db, { userId }, { beforeId, limit: atOnce })
    for (const { id } of page.rows) {
      const order = await orderView(db, await orders.getOrder(db, id), 'customer')
      const invoice = await billing.findInvoice(db, id)
      const notes = invoice === undefined ? [] : await billing.listCreditNotes(db, id)
      found.push({ order, documents: invoice === undefined ? null : invoiceView(invoice, notes) })
    }
    beforeId = page.rows.at(-1)?.id ?? null
    more = page.more
  }
  return found
}
