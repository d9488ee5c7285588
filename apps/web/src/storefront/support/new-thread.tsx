import { useNavigate } from '@tanstack/react-router'
import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

export function NewThread({ orderId }: { orderId: string | undefined }) {
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const utils = shop.useUtils()
  const create = shop.support.create.useMutation({
    onSuccess: async ({ id }) => {
      await utils.support.list.invalidate()
      await navigate({ to: '/$locale/support/$id', params: { locale, id } })
    },
  })
  const { needed } = checksIn(m)
  const { form, field, submit } = useFields(
    { subject: '', body: '' },
    { subject: needed('check_subject'), body: needed('check_message') },
    fieldErrorsIn(create.error),
  )
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit((values) => create.mutate({ ...values, ...(orderId ? { orderId } : {}) }))}
    >
      <Field {...field('subject')} label={m('subject')} maxLength={150} />
      <TextArea {...field('body')} label={m('message')} maxLength={4000} />
      <ProblemNotice error={create.error} />
      <Button type="submit" kind="primary" busy={create.isPending}>
        {m('send')}
      </Button>
    </form>
  )
}
