import type { Writer } from '@comptoir/db'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { maskCards, type Thread } from '@comptoir/domain/support'
import type { CreateThreadInput } from '@comptoir/domain/support/inputs'
import type { Fresh } from '../../change.ts'
import { takeStanding } from '../../services/take-standing.ts'
import { addMessage } from './post-message.ts'

/** Opens a conversation with its first message, about an order of the customer's own or none. Refuses: sign_in_first, order_not_found. */
export async function createThread(
  tx: Writer,
  userId: Id<'user'>,
  { subject, body, orderId }: CreateThreadInput,
  fresh: Fresh,
): Promise<Id<'thread'>> {
  await takeStanding(tx, userId)
  if (orderId !== undefined && (await support.findOrderReference(tx, orderId, userId)) === undefined)
    refuse('order_not_found')
  return openThread(tx, { userId, orderId: orderId ?? null, subject: maskCards(subject) }, body, fresh)
}

/** Writes a new conversation, of an account or of a guest's order, with its first message. */
export async function openThread(
  tx: Writer,
  of: Pick<Thread, 'userId' | 'orderId' | 'subject'>,
  body: string,
  fresh: Fresh,
): Promise<Id<'thread'>> {
  const thread: Thread = {
    ...of,
    id: fresh.id('thread'),
    state: 'open',
    createdAt: fresh.now,
    lastMessageAt: fresh.now,
    ...{ assigneeId: null, unreadByStaff: 1, unreadByCustomer: 0 },
  }
  await support.insert(tx, thread)
  await addMessage(tx, thread, { author: 'customer', authorId: of.userId, body }, fresh)
  return thread.id
}
