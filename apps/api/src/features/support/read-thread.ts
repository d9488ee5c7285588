import type { Writer } from '@comptoir/db'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { readThread as decide } from '@comptoir/domain/support'
import type { ReadThreadInput } from '@comptoir/domain/support/inputs'

/**
 * One side has read a conversation up to a message, or to its end: what came after stays unread. A mark of no business, so no audit.
 * Refuses: thread_not_found.
 */
export async function readThread(
  tx: Writer,
  owner: Id<'user'> | 'staff',
  { id, lastMessageId }: ReadThreadInput,
): Promise<Id<'thread'>> {
  const thread = (await support.take(tx, id, owner)) ?? refuse('thread_not_found')
  const author = owner === 'staff' ? 'customer' : 'staff'
  const left = lastMessageId === undefined ? 0 : await support.countAfter(tx, id, { author, afterId: lastMessageId })
  await support.save(tx, decide(thread, owner === 'staff' ? 'staff' : 'customer', left))
  return id
}
