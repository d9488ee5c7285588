import { checksIn } from '../../checks.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

interface Props {
  id: string
  settled: { onSuccess: (now: AdminOutputs['support']['get']) => void }
}

/** The answer to a customer; a saved one is put under what is already written, to be made personal. */
export function StaffReply({ id, settled }: Props) {
  const { m } = useWords()
  const answers = admin.support.answers.useQuery()
  const reply = admin.support.reply.useMutation(settled)
  const { form, values, field, set, submit, setAll } = useFields(
    { body: '' },
    { body: checksIn(m).needed('check_message') },
    fieldErrorsIn(reply.error),
  )
  const saved = answers.data?.items ?? []
  const insert = (answerId: string) => {
    const body = saved.find((one) => one.id === answerId)?.body
    if (body !== undefined) set('body', values.body.trim() === '' ? body : `${values.body.trimEnd()}\n\n${body}`)
  }
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit(({ body }) => reply.mutate({ id, body }, { onSuccess: () => setAll({ body: '' }) }))}
    >
      {saved.length > 0 && (
        <Select label={m('saved_answer')} value="" onChange={({ target }) => insert(target.value)}>
          <option value="">{m('choose_answer')}</option>
          {saved.map((answer) => (
            <option key={answer.id} value={answer.id} lang={answer.locale}>
              {answer.title}
            </option>
          ))}
        </Select>
      )}
      <TextArea {...field('body')} label={m('your_message')} maxLength={4000} />
      <ProblemNotice error={reply.error} />
      <Button type="submit" kind="primary" busy={reply.isPending}>
        {m('send')}
      </Button>
    </form>
  )
}
