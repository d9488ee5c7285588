import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { tracked } from '@trpc/server'
import type { Context } from '../../context.ts'
import type { ShopEvent } from '../../services/events.ts'
import { beginOf, followEvents } from '../../services/follow-events.ts'
import { messageEventView } from './message-event-view.ts'

/**
 * New messages, of one conversation or of all the caller may read; each carries its position, so a cut stream resumes.
 * Refuses: thread_not_found.
 */
export async function followMessages(
  ctx: Context,
  owner: Id<'user'> | 'staff',
  { id, lastEventId }: { id?: Id<'thread'> | undefined; lastEventId?: string | null | undefined },
  signal: AbortSignal | undefined,
) {
  // Before the stream opens, so that the refusal is an answer and not the end of a stream.
  if (id !== undefined && (await support.find(ctx.db.read, id, owner)) === undefined) refuse('thread_not_found')
  const events = followEvents(ctx, {
    lastEventId: beginOf(ctx, lastEventId),
    signal,
    wants: ({ topic, userId, subjectId }) =>
      topic === 'message.posted' && (owner === 'staff' || userId === owner) && (id === undefined || subjectId === id),
  })
  return tellMessages(ctx, events)
}

/** The messages of events, as streams tell them. */
export async function* tellMessages({ db }: Pick<Context, 'db'>, events: AsyncIterable<ShopEvent>) {
  for await (const { position, data } of events) {
    const message = await support.findMessage(db.read, data.messageId as Id<'message'>)
    if (message !== undefined) yield tracked(String(position), messageEventView(message))
  }
}
