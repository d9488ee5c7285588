import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { closeThread as decide } from '@comptoir/domain/support'
import type { Fresh } from '../../change.ts'
import { tellState } from './post-message.ts'
import type { StaffCall } from '../../staff-call.ts'

/** Closes a conversation; a closed one stays as it is. Refuses: thread_not_found. */
export async function closeThread(tx: Writer, by: StaffCall, id: Id<'thread'>, fresh: Fresh): Promise<Id<'thread'>> {
  const before = (await support.take(tx, id, 'staff')) ?? refuse('thread_not_found')
  const after = decide(before)
  if (after.state === before.state) return id
  await support.save(tx, after)
  await tellState(tx, after, fresh)
  await audit.add(tx, {
    ...by,
    id: fresh.id('audit'),
    action: 'support.close',
    subjectId: id,
    before: { state: before.state },
    after: { state: after.state },
    at: fresh.now,
  })
  return id
}
