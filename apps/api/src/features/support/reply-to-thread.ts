import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import type { Id } from '@comptoir/domain'
import type { PostMessageInput } from '@comptoir/domain/support/inputs'
import type { Fresh } from '../../change.ts'
import type { StaffCall } from '../../staff-call.ts'
import { post } from './post-message.ts'

/** Adds the shop's answer to an open conversation. Refuses: thread_not_found, thread_closed. */
export async function replyToThread(
  tx: Writer,
  by: StaffCall,
  { id, body }: PostMessageInput,
  fresh: Fresh,
): Promise<Id<'thread'>> {
  await post(tx, { id, owner: 'staff' }, { author: 'staff', authorId: by.actorId, body }, fresh)
  // The message itself is the record of what was said; the audit names who said it from where.
  await audit.add(tx, {
    ...by,
    id: fresh.id('audit'),
    action: 'support.reply',
    subjectId: id,
    before: null,
    after: null,
    at: fresh.now,
  })
  return id
}
