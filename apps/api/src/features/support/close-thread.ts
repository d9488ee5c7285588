import type { Writer } from '@comptoir/db'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import { closeThread as close, reopenThread as reopen } from '@comptoir/domain/support'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'
import { tellState } from './post-message.ts'

/** Closes a conversation; a closed one stays as it is. Refuses: thread_not_found. */
export const closeThread = (tx: Writer, by: StaffCall, id: Id<'thread'>, fresh: Fresh): Promise<Id<'thread'>> =>
  moveThread(tx, by, { id, action: 'support.close', decide: close }, fresh)

/** Opens a closed conversation again; an open one stays as it is. Refuses: thread_not_found. */
export const reopenThread = (tx: Writer, by: StaffCall, id: Id<'thread'>, fresh: Fresh): Promise<Id<'thread'>> =>
  moveThread(tx, by, { id, action: 'support.reopen', decide: reopen }, fresh)

async function moveThread(
  tx: Writer,
  by: StaffCall,
  { id, action, decide }: { id: Id<'thread'>; action: string; decide: typeof close },
  fresh: Fresh,
): Promise<Id<'thread'>> {
  const before = (await support.take(tx, id, 'staff')) ?? refuse('thread_not_found')
  const after = decide(before)
  if (after.state === before.state) return id
  await support.save(tx, after)
  await tellState(tx, after, fresh)
  const deed = { action, subjectId: id, before: { state: before.state }, after: { state: after.state } }
  await noteDeed(tx, by, deed, fresh)
  return id
}
