import type { Writer } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { may } from '@comptoir/domain/people'
import type { AssignThreadInput } from '@comptoir/domain/support/inputs'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'
import { tellState } from './post-message.ts'

/** Gives a conversation to a colleague who may answer it, or to nobody. Refuses: thread_not_found, colleague_not_found. */
export async function assignThread(
  tx: Writer,
  by: StaffCall,
  { id, assigneeId }: AssignThreadInput,
  fresh: Fresh,
): Promise<Id<'thread'>> {
  const before = (await support.take(tx, id, 'staff')) ?? refuse('thread_not_found')
  if (before.assigneeId === assigneeId) return id
  if (assigneeId !== null) {
    const colleague = await people.find(tx, assigneeId)
    const able = colleague !== undefined && !colleague.disabled && may(colleague.role, 'support:write')
    if (!able) refuse('colleague_not_found')
  }
  const after = { ...before, assigneeId }
  await support.save(tx, after)
  await tellState(tx, after, fresh)
  const deed = {
    action: 'support.assign',
    subjectId: id,
    before: { assigneeId: before.assigneeId },
    after: { assigneeId },
  }
  await noteDeed(tx, by, deed, fresh)
  return id
}
