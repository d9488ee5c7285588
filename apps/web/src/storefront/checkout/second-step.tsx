import { useEffect } from 'react'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { OfflineHint } from '../../ui/offline-hint.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

interface Props {
  busy: boolean
  error: unknown
  onConfirm: (code: string) => void
  onOther: () => void
}

/** The bank's second step: a code of 4 to 12 digits. */
export function SecondStep({ busy, error, onConfirm, onOther }: Props) {
  const { m } = useWords()
  const { form, field, submit } = useFields(
    { code: '' },
    { code: (code) => (/^\d{4,12}$/.test(code.replaceAll(' ', '')) ? null : m('check_code')) },
  )
  // The button that led here is gone.
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [form])
  return (
    // Whoever comes into the form hears what it is about.
    <form
      ref={form}
      aria-labelledby="second-step"
      aria-describedby="second-step-words"
      className="pay-form"
      noValidate
      onSubmit={submit(({ code }) => onConfirm(code.replaceAll(' ', '')))}
    >
      <div className="notice is-calm">
        <p>
          <strong id="second-step">{m('second_step_title')}</strong>
        </p>
        <p id="second-step-words">{m('second_step_words')}</p>
      </div>
      <Field
        {...field('code')}
        label={m('code')}
        hint={m('code_hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <ProblemNotice error={error} />
      <OfflineHint />
      <Button type="submit" kind="primary" wide busy={busy}>
        {m('confirm_payment')}
      </Button>
      <LinkButton onClick={onOther}>{m('other_card')}</LinkButton>
    </form>
  )
}
