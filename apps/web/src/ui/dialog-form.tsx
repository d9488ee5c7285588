import type { ReactNode, RefObject, SyntheticEvent } from 'react'
import { useWords } from '../words.tsx'
import { Button } from './button.tsx'
import { ProblemNotice } from './problem-notice.tsx'

interface Props {
  form: RefObject<HTMLFormElement | null>
  onSubmit: (event: SyntheticEvent) => void
  onClose: () => void
  /** What the button says that sends it. */
  does: string
  sending: { isPending: boolean; error: unknown }
  children: ReactNode
}

/** The form of a dialog: its fields, what went wrong, and the two ways out. */
export function DialogForm({ form, onSubmit, onClose, does, sending, children }: Props) {
  const { m } = useWords()
  return (
    <form ref={form} className="form" noValidate onSubmit={onSubmit}>
      {children}
      <ProblemNotice error={sending.error} />
      <div className="dialog-foot">
        <Button type="submit" kind="primary" busy={sending.isPending}>
          {does}
        </Button>
        <Button onClick={onClose}>{m('go_back')}</Button>
      </div>
    </form>
  )
}
