import { checksIn } from '../checks.ts'
import { fieldErrorsIn } from '../problems.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { useFields } from '../ui/fields.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useWords } from '../words.tsx'

interface Props {
  busy: boolean
  error: unknown
  /** `done` empties the field once the note is kept. */
  onAdd: (body: string, done: () => void) => void
}

/** A note that colleagues leave for colleagues. */
export function NoteForm({ busy, error, onAdd }: Props) {
  const { m } = useWords()
  const { form, field, submit, setAll } = useFields(
    { body: '' },
    { body: checksIn(m).needed('check_note') },
    fieldErrorsIn(error),
  )
  return (
    <form
      ref={form}
      className="form note-form"
      noValidate
      onSubmit={submit(({ body }) => onAdd(body, () => setAll({ body: '' })))}
    >
      <TextArea {...field('body')} label={m('note_for_colleagues')} hint={m('note_hint')} rows={2} maxLength={2000} />
      <ProblemNotice error={error} />
      <Button type="submit" busy={busy}>
        {m('add_note')}
      </Button>
    </form>
  )
}
