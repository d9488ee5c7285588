import type { Writer } from '@comptoir/db'
import * as notes from '@comptoir/db/stores/order-notes'
import * as orders from '@comptoir/db/stores/orders'
import type { Order } from '@comptoir/domain/orders'
import type { AddOrderNoteInput } from '@comptoir/domain/orders/inputs'
import { maskCards } from '@comptoir/domain/support'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'

/** Notes something about an order for colleagues; its state stays as it is. Refuses: order_not_found. */
export async function addOrderNote(
  tx: Writer,
  by: StaffCall,
  { id, body }: AddOrderNoteInput,
  fresh: Fresh,
): Promise<Order> {
  const order = await orders.getOrder(tx, id)
  const noteId = fresh.id('note')
  await notes.insert(tx, { id: noteId, orderId: id, authorId: by.actorId, body: maskCards(body), at: fresh.now })
  await noteDeed(tx, by, { action: 'orders.addNote', subjectId: id, after: { noteId } }, fresh)
  return order
}
