import * as z from 'zod'
import { id, page, paragraphs, resume, words } from '../input-kinds.ts'
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
export const MessagesInput = z.strictObject({ id: id('thread').optional(), ...resume })
export const AdminThreadsInput = z.strictObject({ ...page, state: z.enum(threadStates).optional() })
export type AdminThreadsInput = z.infer<typeof AdminThreadsInput>
