import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import type { ThreadState } from '@comptoir/domain/support'
import { tracked } from '@trpc/server'
import type { Context } from '../../context.ts'
import type { ShopEvent } from '../../services/events.ts'
import { beginOf, followEvents } from '../../services/follow-events.ts'
import type { LiveSource } from '../../services/live-source.ts'

/** A conversation that was opened, closed or given to someone. */
export interface ThreadChangeView {
  threadId: string
  state: ThreadState
  at: string
}

/**
 * Changes of one conversation or of all the caller may read; each carries its position, so a cut stream resumes.
 * Refuses: thread_not_found.
 */
export async function followThreads(
  ctx: Context,
  owner: Id<'user'> | 'staff',
  { id, lastEventId }: { id?: Id<'thread'> | undefined; lastEventId?: string | null | undefined },
  signal: AbortSignal | undefined,
) {
  if (id !== undefined && (await support.find(ctx.db.read, id, owner)) === undefined) refuse('thread_not_found')
  const wants = ({ topic, userId, subjectId }: ShopEvent) =>
    topic === 'thread.changed' && (owner === 'staff' || userId === owner) && (id === undefined || subjectId === id)
  return tell(followEvents(ctx, { lastEventId: beginOf(ctx, lastEventId), signal, wants }))
}

async function* tell(events: AsyncIterable<ShopEvent>) {
  for await (const event of events) yield tracked(String(event.position), changeView(event))
}

const changeView = ({ subjectId, data, at }: ShopEvent): ThreadChangeView => ({
  threadId: subjectId,
  // Written by `tellState` from the thread itself.
  state: data['state'] as ThreadState,
  at: at.toISOString(),
})

/** What a shared stream tells of conversations that were opened, closed or given to someone. */
export interface ThreadNews {
  news: 'thread'
  thread: ThreadChangeView
}

/** Changes of all conversations, for staff's shared stream. */
export const allThreadsSource: LiveSource<ThreadNews> = {
  wants: ({ topic }) => topic === 'thread.changed',
  tell: async (event) => ({ news: 'thread', thread: changeView(event) }),
}
