import { useRef, useState } from 'react'
import { useWords } from '../../words.tsx'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Field } from '../field.tsx'

export interface MadeToken {
  secret: string
  token: { name: string }
}

/** The secret of a new token, shown once. */
export function TokenSecret({ made, onClose }: { made: MadeToken | null; onClose: () => void }) {
  const { m } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  const close = () => {
    setCopied(false)
    onClose()
  }
  const copy = async () => {
    box.current?.querySelector('input')?.select()
    try {
      await navigator.clipboard.writeText(made?.secret ?? '')
      setCopied(true)
    } catch {
      // It stays selected, to be copied by hand.
    }
  }
  return (
    <Dialog title={m('token_made', { name: made?.token.name ?? '' })} open={made !== null} onClose={close}>
      <div ref={box} className="form">
        <p>{m('token_once')}</p>
        <Field
          label={m('token_secret')}
          value={made?.secret ?? ''}
          readOnly
          spellCheck={false}
          autoComplete="off"
          onFocus={({ target }) => target.select()}
        />
        <div className="dialog-foot">
          <Button kind="primary" onClick={() => void copy()}>
            {m('copy')}
          </Button>
          <Button onClick={close}>{m('close')}</Button>
          <span role="status">{copied && m('token_copied')}</span>
        </div>
      </div>
    </Dialog>
  )
}
