import { type ComponentProps, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words.tsx'
import { LinkButton } from './button.tsx'

interface Shell {
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean | undefined
}
type Own<T extends 'input' | 'select' | 'textarea'> = Shell & Omit<ComponentProps<T>, 'id'>

interface Wired {
  id: string
  className: 'control'
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

function Frame({ label, hint, error, optional, children }: Shell & { children: (wired: Wired) => ReactNode }) {
  const id = useId()
  const { m } = useWords()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {optional && <small>{m('optional')}</small>}
      </label>
      {children({
        id,
        className: 'control',
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

/** One line of text with its label; the error stands beside it and is read with it. */
export const Field = ({ label, hint, error, optional, ...input }: Own<'input'>) => (
  <Frame {...{ label, hint, error, optional }}>{(wired) => <input {...input} {...wired} />}</Frame>
)

export const TextArea = ({ label, hint, error, optional, ...input }: Own<'textarea'>) => (
  <Frame {...{ label, hint, error, optional }}>{(wired) => <textarea {...input} {...wired} />}</Frame>
)

export const Select = ({ label, hint, error, optional, ...input }: Own<'select'>) => (
  <Frame {...{ label, hint, error, optional }}>{(wired) => <select {...input} {...wired} />}</Frame>
)

/** A password that can be shown; pasting is never blocked. */
export function PasswordField({ label, hint, error, ...input }: Own<'input'>) {
  const { m } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <Frame {...{ label, hint, error }}>
      {(wired) => (
        <div className="with-switch">
          <input {...input} {...wired} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
          <LinkButton aria-pressed={shown} aria-label={m('show_password')} onClick={() => setShown(!shown)}>
            {m(shown ? 'hide' : 'show')}
          </LinkButton>
        </div>
      )}
    </Frame>
  )
}

export function Checkbox({
  label,
  error,
  ...input
}: { label: ReactNode; error?: string | undefined } & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const rendered = useRef(input.checked)
  // What was ticked before the page's scripts came is ticked once more, so that it counts.
  useEffect(() => {
    const { current } = box
    if (current === null || rendered.current === undefined || current.checked === rendered.current) return
    current.checked = rendered.current
    current.click()
  }, [])
  return (
    <div className="check">
      <input
        {...input}
        id={id}
        ref={box}
        type="checkbox"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
