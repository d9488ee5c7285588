import type { Reader } from '@comptoir/db'
import * as support from '@comptoir/db/stores/support'
import type { Id } from '@comptoir/domain'
import { type Author, type ThreadState, threadStates } from '@comptoir/domain/support'
import * as z from 'zod'

/** A conversation as its writer takes it along, whole; colleagues are not named. */
export interface ExportedThread {
  id: string
  subject: string
  state: ThreadState
  orderReference: string | null
  createdAt: string
  messages: { author: Author; body: string; at: string }[]
}
export const ExportedThread: z.ZodType<ExportedThread, ExportedThread> = z.object({
  ...{ id: z.string(), subject: z.string(), state: z.enum(threadStates), orderReference: z.string().nullable() },
  createdAt: z.string(),
  messages: z.array(z.object({ author: z.enum(['customer', 'staff']), body: z.string(), at: z.string() })),
})

const atOnce = 50
const mostMessages = 100_000

/** Every conversation of an account, the newest first. */
export async function exportThreads(db: Reader, userId: Id<'user'>): Promise<ExportedThread[]> {
  const found: ExportedThread[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const page: Awaited<ReturnType<typeof support.list>> = await support.list(db, { userId }, { cursor, limit: atOnce })
    for (const { id, subject, state, orderReference, createdAt } of page.rows) {
      const messages = await support.listMessages(db, id, mostMessages)
      found.push({
        ...{ id, subject, state, orderReference, createdAt: createdAt.toISOString() },
        messages: messages.map(({ author, body, at }) => ({ author, body, at: at.toISOString() })),
      })
    }
    cursor = page.nextCursor ?? undefined
    more = cursor !== undefined
  }
  return found
}
