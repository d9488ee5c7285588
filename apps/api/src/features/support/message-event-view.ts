import type { Message } from '@comptoir/db/stores/support'
import type { Author, ThreadState } from '@comptoir/domain/support'

/** A new message as subscriptions tell it; `state` is the conversation's state now. */
export interface MessageEventView {
  threadId: string
  messageId: string
  author: Author
  body: string
  at: string
  state: ThreadState
}

export const messageEventView = (message: Message & { state: ThreadState }): MessageEventView => ({
  threadId: message.threadId,
  messageId: message.id,
  author: message.author,
  body: message.body,
  at: message.at.toISOString(),
  state: message.state,
})
