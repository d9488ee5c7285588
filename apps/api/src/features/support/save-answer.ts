import type { Writer } from '@comptoir/db'
import { hold } from '@comptoir/db/stores/locks'
import * as answers from '@comptoir/db/stores/saved-answers'
import { type Id, refuse } from '@comptoir/domain'
import { maskCards } from '@comptoir/domain/support'
import type { SaveAnswerInput } from '@comptoir/domain/support/inputs'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'

const known = (all: readonly answers.SavedAnswer[], id: Id<'answer'>) =>
  all.find((one) => one.id === id) ?? refuse('saved_answer_not_found')
const told = ({ title, body, locale }: answers.SavedAnswer) => ({ title, body, locale })

/** Keeps an answer for all colleagues, a new one or the one that `id` names; card numbers are masked. Refuses: saved_answer_not_found, saved_answers_full. */
export async function saveAnswer(
  tx: Writer,
  by: StaffCall,
  { id, title, body, locale }: SaveAnswerInput,
  fresh: Fresh,
): Promise<void> {
  await hold(tx, 'saved_answers')
  const all = await answers.list(tx)
  const before = id === undefined ? undefined : known(all, id)
  if (before === undefined && all.length >= answers.mostAnswers)
    refuse('saved_answers_full', { most: answers.mostAnswers })
  const words = { title: maskCards(title), body: maskCards(body), locale }
  const after = { ...words, id: id ?? fresh.id('answer'), updatedAt: fresh.now }
  await answers.save(tx, after)
  const deed = {
    action: 'support.saveAnswer',
    subjectId: after.id,
    before: before ? told(before) : null,
    after: told(after),
  }
  await noteDeed(tx, by, deed, fresh)
}

/** Takes an answer away; one that is gone already is as good as removed. */
export async function removeAnswer(tx: Writer, by: StaffCall, id: Id<'answer'>, fresh: Fresh): Promise<void> {
  await hold(tx, 'saved_answers')
  const before = (await answers.list(tx)).find((one) => one.id === id)
  if (before === undefined) return
  await answers.remove(tx, id)
  await noteDeed(tx, by, { action: 'support.removeAnswer', subjectId: id, before: told(before) }, fresh)
}
