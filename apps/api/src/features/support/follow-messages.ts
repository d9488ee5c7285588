import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { tracked } from '@trpc/server'
import type { Context } from '../../context.ts'
import type { ShopEvent } from '../../services/events.ts'
import { beginOf, followEvents } from '../../services/follow-events.ts'
import type { LiveSource } from '../../services/live-source.ts'
import { type MessageEventView, messageEventView } from './message-event-view.ts'

type Asked = { id?: Id<'thread'> | undefined; lastEventId?: string | null | undefined }

/**
 * New messages, of one conversation or of all the caller may read; each carries its position, so a cut stream resumes.
 * Refuses: thread_not_found.
 */
export async function followMessages(
  ctx: Context,
  owner: Id<'user'> | 'staff',
  { id, lastEventId }: Asked,
  signal: AbortSignal | undefined,
) {
  const { wants } = await messageSource(ctx, owner, id)
  return tellMessages(ctx, followEvents(ctx, { lastEventId: beginOf(ctx, lastEventId), signal, wants }))
}

/** What a shared stream tells of conversations. */
export interface MessageNews {
  news: 'message'
  message: MessageEventView
}

/** New messages for a shared stream; refused before it opens. Refuses: thread_not_found. */
export async function messageSource(
  { db }: Pick<Context, 'db'>,
  owner: Id<'user'> | 'staff',
  id: Id<'thread'> | undefined,
): Promise<LiveSource<MessageNews>> {
  // Before the stream opens, so that the refusal is an answer and not the end of a stream.
  if (id !== undefined && (await support.find(db.read, id, owner)) === undefined) refuse('thread_not_found')
  return {
    wants: ({ topic, userId, subjectId }) =>
      topic === 'message.posted' && (owner === 'staff' || userId === owner) && (id === undefined || subjectId === id),
    tell: (event) => messageNews(db, event),
  }
}

/** An event in words, as long as its message is there. */
export async function messageNews({ read }: Context['db'], { data }: ShopEvent): Promise<MessageNews | undefined> {
  const message = await support.findMessage(read, data.messageId as Id<'message'>)
  return message && { news: 'message', message: messageEventView(message) }
}

/** The messages of events, as streams tell them. */
export async function* tellMessages({ db }: Pick<Context, 'db'>, events: AsyncIterable<ShopEvent>) {
  for await (const { position, data } of events) {
    const message = await support.findMessage(db.read, data.messageId as Id<'message'>)
    if (message !== undefined) yield tracked(String(position), messageEventView(message))
  }
}
