import type { Reader } from '@comptoir/db'
import * as orders from '@comptoir/db/stores/orders'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { type OrderSteps, type StaffThreadView, staffThreadView, type ThreadView, threadView } from './thread-view.ts'

/** A conversation of the caller's own. Refuses: thread_not_found, for anybody else's too. */
export async function showThread(
  db: Reader,
  id: Id<'thread'>,
  owner: Exclude<support.ThreadOwner, 'staff'>,
): Promise<ThreadView> {
  const thread = (await support.find(db, id, owner)) ?? refuse('thread_not_found')
  return threadView(thread, await support.listMessages(db, id), await stepsOf(db, thread))
}

/** Any conversation, for the staff. Refuses: thread_not_found. */
export async function showThreadToStaff(db: Reader, id: Id<'thread'>): Promise<StaffThreadView> {
  const thread = (await support.find(db, id, 'staff')) ?? refuse('thread_not_found')
  return staffThreadView(thread, await support.listMessages(db, id), await stepsOf(db, thread))
}

const stepsOf = async (db: Reader, { orderId }: { orderId: Id<'order'> | null }): Promise<OrderSteps> =>
  orderId === null ? [] : orders.listOrderEvents(db, orderId)
