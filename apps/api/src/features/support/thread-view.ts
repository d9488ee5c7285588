import type { Message, ThreadInList, ThreadWithPeople } from '@comptoir/db/stores/support'
import { type OrderStatus, orderStatuses } from '@comptoir/domain/orders'
import { type Author, type ThreadState, threadStates } from '@comptoir/domain/support'
import * as z from 'zod'

/** A message as both sides read it. */
export interface MessageView {
  id: string
  author: Author
  authorName: string
  body: string
  at: string
  /** Where the order that the conversation is about was when this was written. */
  orderStatus: OrderStatus | null
}
interface ThreadFacts {
  id: string
  subject: string
  state: ThreadState
  orderId: string | null
  orderReference: string | null
  createdAt: string
  lastMessageAt: string
  /** Messages of the other side that were not read yet. */
  unread: number
}
/** A conversation in a list, with the beginning of its newest message. */
export interface ThreadSummaryView extends ThreadFacts {
  lastAuthor: Author
  lastExcerpt: string
}
/** A conversation with its newest messages (at most 100), oldest of them first. */
export interface ThreadView extends ThreadFacts {
  messages: MessageView[]
}
/** Who wrote to the shop and who looks after it, for the staff. */
interface CustomerFacts {
  /** Null for a guest, whose conversation belongs to their order. */
  customerId: string | null
  customerName: string
  customerEmail: string
  assigneeId: string | null
  assigneeName: string | null
}
export interface StaffThreadSummaryView extends ThreadSummaryView, CustomerFacts {}
export interface StaffThreadView extends ThreadView, CustomerFacts {}
export interface ThreadPageView {
  items: ThreadSummaryView[]
  nextCursor: string | null
}
export interface StaffThreadPageView {
  items: StaffThreadSummaryView[]
  nextCursor: string | null
}

const author = z.enum(['customer', 'staff'])
const facts = {
  id: z.string(),
  subject: z.string(),
  state: z.enum(threadStates),
  orderId: z.string().nullable(),
  orderReference: z.string().nullable(),
  createdAt: z.string(),
  lastMessageAt: z.string(),
  unread: z.int(),
}
const customer = {
  ...{ customerId: z.string().nullable(), customerName: z.string(), customerEmail: z.string() },
  ...{ assigneeId: z.string().nullable(), assigneeName: z.string().nullable() },
}
const last = { lastAuthor: author, lastExcerpt: z.string() }
const nextCursor = z.string().nullable()

export const MessageView: z.ZodType<MessageView, MessageView> = z.object({
  id: z.string(),
  author,
  authorName: z.string(),
  body: z.string(),
  at: z.string(),
  orderStatus: z.enum(orderStatuses).nullable(),
})
const messages = z.array(MessageView)
export const ThreadView: z.ZodType<ThreadView, ThreadView> = z.object({ ...facts, messages })
export const StaffThreadView: z.ZodType<StaffThreadView, StaffThreadView> = z.object({
  ...facts,
  ...customer,
  messages,
})
export const ThreadPageView: z.ZodType<ThreadPageView, ThreadPageView> = z.object({
  items: z.array(z.object({ ...facts, ...last })),
  nextCursor,
})
export const StaffThreadPageView: z.ZodType<StaffThreadPageView, StaffThreadPageView> = z.object({
  items: z.array(z.object({ ...facts, ...customer, ...last })),
  nextCursor,
})

const factsOf = (thread: ThreadWithPeople): ThreadFacts => ({
  id: thread.id,
  subject: thread.subject,
  state: thread.state,
  orderId: thread.orderId,
  orderReference: thread.orderReference,
  createdAt: thread.createdAt.toISOString(),
  lastMessageAt: thread.lastMessageAt.toISOString(),
  unread: thread.unreadByCustomer,
})
/** What only the staff see; `unread` is theirs. */
const staffFactsOf = (thread: ThreadWithPeople): CustomerFacts & Pick<ThreadFacts, 'unread'> => ({
  ...{ customerId: thread.userId, customerName: thread.customerName, customerEmail: thread.customerEmail },
  ...{ assigneeId: thread.assigneeId, assigneeName: thread.assigneeName, unread: thread.unreadByStaff },
})
const excerptOf = (body: string) => {
  const line = body.replace(/\s+/g, ' ')
  // Never half a character at its end: some readers of JSON refuse such a text whole.
  return line.length > 140 ? `${line.slice(0, 139).replace(/[\ud800-\udbff]$/, '')}…` : line
}

type NamedMessage = Message & { authorName: string }
/** The steps of the order that a conversation is about, oldest first; empty when it is about none. */
export type OrderSteps = readonly { toStatus: OrderStatus; at: Date }[]

const messageView = (
  { id, author, authorName, body, at }: NamedMessage,
  { customerName }: ThreadWithPeople,
  steps: OrderSteps,
): MessageView => ({
  ...{ id, author, body, at: at.toISOString() },
  authorName: authorName || (author === 'customer' ? customerName : ''),
  orderStatus: steps.findLast((step) => step.at <= at)?.toStatus ?? null,
})

export const threadView = (
  thread: ThreadWithPeople,
  messages: readonly NamedMessage[],
  steps: OrderSteps,
): ThreadView => ({
  ...factsOf(thread),
  messages: messages.map((message) => messageView(message, thread, steps)),
})
export const staffThreadView = (
  thread: ThreadWithPeople,
  messages: readonly NamedMessage[],
  steps: OrderSteps,
): StaffThreadView => ({
  ...threadView(thread, messages, steps),
  ...staffFactsOf(thread),
})
export const threadSummaryView = (thread: ThreadInList): ThreadSummaryView => ({
  ...factsOf(thread),
  lastAuthor: thread.lastAuthor ?? 'customer',
  lastExcerpt: excerptOf(thread.lastBody ?? ''),
})
export const staffThreadSummaryView = (thread: ThreadInList): StaffThreadSummaryView => ({
  ...threadSummaryView(thread),
  ...staffFactsOf(thread),
})
