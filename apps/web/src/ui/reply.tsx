import { checksIn } from '../checks.ts'
import { fieldErrorsIn } from '../problems.ts'
import { useWords } from '../words.tsx'
import { Button } from './button.tsx'
import { TextArea } from './field.tsx'
import { useFields } from './fields.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface Props {
  /** Where another button comes first. */
  kind?: 'plain'
  busy: boolean
  error: unknown
  /** `done` empties the field once the message is sent. */
  onSend: (body: string, done: () => void) => void
}

export function Reply({ kind, busy, error, onSend }: Props) {
  const { m } = useWords()
  const { form, field, submit, setAll } = useFields(
    { body: '' },
    { body: checksIn(m).needed('check_message') },
    fieldErrorsIn(error),
  )
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit(({ body }) => onSend(body, () => setAll({ body: '' })))}
    >
      <TextArea {...field('body')} label={m('your_message')} maxLength={4000} />
      <ProblemNotice error={error} />
      <Button type="submit" kind={kind ?? 'primary'} busy={busy}>
        {m('send')}
      </Button>
    </form>
  )
}
