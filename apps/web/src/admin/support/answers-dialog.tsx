import { useState } from 'react'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { Answer } from '../forbidden.tsx'
import { useMay } from '../use-may.ts'
import { AnswerForm } from './answer-form.tsx'

type Saved = AdminOutputs['support']['answers']['items'][number]

/** The answers that are written once and used often. */
export function AnswersDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { m } = useWords()
  const may = useMay()
  const [editing, setEditing] = useState<Saved | 'new' | null>(null)
  const query = admin.support.answers.useQuery(undefined, { enabled: open })
  const utils = admin.useUtils()
  const remove = admin.support.removeAnswer.useMutation({
    onSuccess: (now) => utils.support.answers.setData(undefined, now),
  })
  const done = () => setEditing(null)
  return (
    <Dialog title={m('saved_answers')} open={open} onClose={onClose}>
      {editing !== null ? (
        <AnswerForm of={editing === 'new' ? null : editing} onDone={done} />
      ) : (
        <Answer query={query}>
          {({ items }) => (
            <>
              {items.length === 0 && <p>{m('no_saved_answers')}</p>}
              <ul className="answers">
                {items.map((answer) => (
                  <li key={answer.id}>
                    <strong lang={answer.locale}>{answer.title}</strong>
                    {may('support:write') && (
                      <span className="actions">
                        <LinkButton
                          aria-label={m('edit_named', { name: answer.title })}
                          onClick={() => setEditing(answer)}
                        >
                          {m('edit')}
                        </LinkButton>
                        <LinkButton
                          aria-label={m('remove_named', { name: answer.title })}
                          disabled={remove.isPending}
                          onClick={() => remove.mutate({ id: answer.id })}
                        >
                          {m('remove')}
                        </LinkButton>
                      </span>
                    )}
                    <p lang={answer.locale}>{answer.body}</p>
                  </li>
                ))}
              </ul>
              <ProblemNotice error={remove.error} />
              {may('support:write') && (
                <div className="dialog-foot">
                  <Button onClick={() => setEditing('new')}>{m('new_answer')}</Button>
                </div>
              )}
            </>
          )}
        </Answer>
      )}
    </Dialog>
  )
}
