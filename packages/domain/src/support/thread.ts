import type { Id } from '../id.ts'

export const threadStates = ['open', 'closed'] as const
export type ThreadState = (typeof threadStates)[number]
export type Author = 'customer' | 'staff'

export interface Thread {
  id: Id<'thread'>
  userId: Id<'user'>
  orderId: Id<'order'> | null
  subject: string
  state: ThreadState
  createdAt: Date
  lastMessageAt: Date
}
