import { checksIn } from '../../checks.ts'
import { isLocale } from '../../locale.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useWords } from '../../words.tsx'

interface Props {
  /** Null for a new one. */
  of: AdminOutputs['support']['answers']['items'][number] | null
  onDone: () => void
}

export function AnswerForm({ of, onDone }: Props) {
  const { m, locale } = useWords()
  const utils = admin.useUtils()
  const save = admin.support.saveAnswer.useMutation({
    onSuccess: (now) => {
      utils.support.answers.setData(undefined, now)
      onDone()
    },
  })
  const { needed } = checksIn(m)
  const { form, field, submit } = useFields(
    { title: of?.title ?? '', body: of?.body ?? '', language: of?.locale ?? locale },
    { title: needed('check_title'), body: needed('check_message') },
    fieldErrorsIn(save.error),
  )
  return (
    <DialogForm
      form={form}
      onSubmit={submit(({ title, body, language }) =>
        save.mutate({ ...(of && { id: of.id }), title, body, locale: isLocale(language) ? language : locale }),
      )}
      onClose={onDone}
      does={m('save')}
      sending={save}
    >
      <Field {...field('title')} label={m('answer_title')} maxLength={80} />
      <Select {...field('language')} label={m('language')}>
        <option value="fr">Français</option>
        <option value="en">English</option>
      </Select>
      <TextArea {...field('body')} label={m('answer_text')} maxLength={4000} />
    </DialogForm>
  )
}
