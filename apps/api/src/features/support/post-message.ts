import type { Writer } from '@comptoir/db'
import * as outbox from '@comptoir/db/stores/outbox'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { type Author, maskCards, postMessage as decide, type Thread } from '@comptoir/domain/support'
import type { PostMessageInput } from '@comptoir/domain/support/inputs'
import type { Fresh } from '../../change.ts'

interface Writing {
  author: Author
  /** Null for a guest. */
  authorId: Id<'user'> | null
  body: string
}

/** Adds a customer's message to a conversation of their own; it reopens a closed one. Refuses: thread_not_found. */
export const postMessage = (tx: Writer, userId: Id<'user'>, { id, body }: PostMessageInput, fresh: Fresh) =>
  post(tx, { id, owner: userId }, { author: 'customer', authorId: userId, body }, fresh)

/** Loads, decides, remembers: the one way in which a conversation grows. Refuses: thread_not_found, thread_closed (to staff). */
export async function post(
  tx: Writer,
  { id, owner }: { id: Id<'thread'>; owner: support.ThreadOwner },
  writing: Writing,
  fresh: Fresh,
): Promise<Thread> {
  const before = (await support.take(tx, id, owner)) ?? refuse('thread_not_found')
  const after = decide(before, writing.author, fresh.now)
  await support.save(tx, after)
  if (after.state !== before.state) await tellState(tx, after, fresh)
  await addMessage(tx, after, writing, fresh)
  return after
}

/** Writes the message, card numbers masked, and its event. */
export async function addMessage(tx: Writer, thread: Thread, { author, authorId, body }: Writing, fresh: Fresh) {
  const { now: at } = fresh
  const id = fresh.id('message')
  await support.insertMessage(tx, { id, threadId: thread.id, author, authorId, body: maskCards(body), at })
  await outbox.add(tx, {
    id: fresh.id('event'),
    topic: 'message.posted',
    subjectId: thread.id,
    userId: thread.userId,
    // A guest's page knows its order and not the conversation.
    data: { messageId: id, author, ...(thread.userId === null && { orderId: thread.orderId }) },
    at,
  })
}

/** Tells that a conversation was opened, closed or given to someone; who it is, the customer is not told. */
export const tellState = (tx: Writer, { id, userId, state }: Thread, fresh: Fresh): Promise<void> =>
  outbox.add(tx, {
    id: fresh.id('event'),
    topic: 'thread.changed',
    subjectId: id,
    userId,
    data: { state },
    at: fresh.now,
  })
