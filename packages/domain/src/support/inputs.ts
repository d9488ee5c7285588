import * as z from 'zod'
import { id, locale, NoInput, page, paragraphs, resume, secret, words } from '../input-kinds.ts'
import { threadStates } from './thread.ts'

export const CreateThreadInput = z.strictObject({
  subject: words(150),
  body: paragraphs(4000),
  orderId: id('order').optional(),
})
export type CreateThreadInput = z.infer<typeof CreateThreadInput>
export const ThreadsListInput = z.strictObject(page)
export const ThreadIdInput = z.strictObject({ id: id('thread') })
export const PostMessageInput = z.strictObject({ id: id('thread'), body: paragraphs(4000) })
export type PostMessageInput = z.infer<typeof PostMessageInput>
const guestOrder = { id: id('order'), accessToken: secret.optional() }
/** A guest's order, and what opens it where no cookie does. */
export const AboutOrderInput = z.strictObject(guestOrder)
export type AboutOrderInput = z.infer<typeof AboutOrderInput>
export const WriteAboutOrderInput = z.strictObject({ ...guestOrder, body: paragraphs(4000) })
export type WriteAboutOrderInput = z.infer<typeof WriteAboutOrderInput>
export const OrderMessagesInput = z.strictObject({ ...guestOrder, ...resume })
export type OrderMessagesInput = z.infer<typeof OrderMessagesInput>
export const MessagesInput = z.strictObject({ id: id('thread').optional(), ...resume })
/** `assigned`: to the caller, or to nobody; `unread`: only those with messages that no colleague has read. */
export const AdminThreadsInput = z.strictObject({
  ...page,
  state: z.enum(threadStates).optional(),
  assigned: z.enum(['me', 'nobody']).optional(),
  unread: z.boolean().optional(),
})
export type AdminThreadsInput = z.infer<typeof AdminThreadsInput>

/** Read up to this message, or to the end. */
export const ReadThreadInput = z.strictObject({ id: id('thread'), lastMessageId: id('message').optional() })
export type ReadThreadInput = z.infer<typeof ReadThreadInput>
export const AssignThreadInput = z.strictObject({ id: id('thread'), assigneeId: id('user').nullable() })
export type AssignThreadInput = z.infer<typeof AssignThreadInput>
export const SupportCountsInput = NoInput
export const AssignableInput = NoInput

export const SavedAnswersInput = NoInput
/** Without `id` a new answer, with it that one. */
export const SaveAnswerInput = z.strictObject({
  id: id('answer').optional(),
  title: words(80),
  body: paragraphs(4000),
  locale,
})
export type SaveAnswerInput = z.infer<typeof SaveAnswerInput>
export const AnswerIdInput = z.strictObject({ id: id('answer') })
