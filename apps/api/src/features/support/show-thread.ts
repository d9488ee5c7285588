import type { Reader } from '@comptoir/db'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { type StaffThreadView, staffThreadView, type ThreadView, threadView } from './thread-view.ts'

/** A conversation of the customer's own. Refuses: thread_not_found, for anybody else's too. */
export async function showThread(db: Reader, id: Id<'thread'>, userId: Id<'user'>): Promise<ThreadView> {
  const thread = (await support.find(db, id, userId)) ?? refuse('thread_not_found')
  return threadView(thread, await support.listMessages(db, id))
}

/** Any conversation, for the staff. Refuses: thread_not_found. */
export async function showThreadToStaff(db: Reader, id: Id<'thread'>): Promise<StaffThreadView> {
  const thread = (await support.find(db, id, 'staff')) ?? refuse('thread_not_found')
  return staffThreadView(thread, await support.listMessages(db, id))
}
