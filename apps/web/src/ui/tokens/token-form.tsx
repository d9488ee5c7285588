import type { Scope } from '@comptoir/client'
import { dayPlus } from '@comptoir/domain'
import { useState } from 'react'
import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { useWords } from '../../words.tsx'
import { Button } from '../button.tsx'
import { Checkbox, Field, PasswordField } from '../field.tsx'
import { useFields } from '../fields.ts'
import { ProblemNotice } from '../problem-notice.tsx'
import { scopeKey } from './scope-key.ts'

export interface WantedToken {
  name: string
  scopes: Scope[]
  endsOn: string
  password: string
}
interface Props {
  offered: readonly Scope[]
  mostDays: number
  busy: boolean
  error: unknown
  onMake: (wanted: WantedToken) => void
  onClose: () => void
}

/** What a new token is for, what it may do and until when; the password is asked again. */
export function TokenForm({ offered, mostDays, busy, error, onMake, onClose }: Props) {
  const { m } = useWords()
  const checks = checksIn(m)
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set())
  const [missing, setMissing] = useState(false)
  const { form, field, submit } = useFields(
    { name: '', endsOn: dayPlus(today, Math.min(30, mostDays)), password: '' },
    {
      name: checks.needed('check_token_name'),
      endsOn: checks.needed('check_token_end'),
      password: checks.needed('check_password_needed'),
    },
    fieldErrorsIn(error),
  )
  const choose = (scope: Scope, chosen: boolean) => {
    const next = new Set(scopes)
    if (chosen) next.add(scope)
    else next.delete(scope)
    setScopes(next)
    if (next.size > 0) setMissing(false)
  }
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={submit((values) => {
        setMissing(scopes.size === 0)
        if (scopes.size > 0) onMake({ ...values, name: values.name.trim(), scopes: [...scopes] })
      })}
    >
      <Field {...field('name')} label={m('token_name')} hint={m('token_name_hint')} maxLength={60} autoComplete="off" />
      <fieldset className="token-scopes" aria-describedby={missing ? 'token-scopes-error' : undefined}>
        <legend className="field-label">{m('token_scopes')}</legend>
        {offered.map((scope) => (
          <Checkbox
            key={scope}
            checked={scopes.has(scope)}
            onChange={({ target }) => choose(scope, target.checked)}
            label={
              <>
                {m(scopeKey(scope))} <code>{scope}</code>
              </>
            }
          />
        ))}
        {missing && (
          <p className="field-error" id="token-scopes-error" role="alert">
            {m('check_token_scopes')}
          </p>
        )}
      </fieldset>
      <Field
        {...field('endsOn')}
        label={m('token_ends_on')}
        hint={m('token_ends_on_hint', { count: mostDays })}
        type="date"
        min={today}
        max={dayPlus(today, mostDays)}
      />
      <PasswordField
        {...field('password')}
        label={m('token_password')}
        hint={m('token_password_hint')}
        autoComplete="current-password"
      />
      <ProblemNotice error={error} />
      <div className="dialog-foot">
        <Button type="submit" kind="primary" busy={busy}>
          {m('token_new')}
        </Button>
        <Button onClick={onClose}>{m('go_back')}</Button>
      </div>
    </form>
  )
}
