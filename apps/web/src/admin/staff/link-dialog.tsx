import { useRef, useState } from 'react'
import type { AdminOutputs } from '../../outputs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'

export type HandedOver = AdminOutputs['staff']['invite']

/** The one-time link, shown once: the admin hands it over. */
export function LinkDialog({ made, onClose }: { made: HandedOver | null; onClose: () => void }) {
  const { m } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  const close = () => {
    setCopied(false)
    onClose()
  }
  // After the # it stays in the browser: no log and no other page gets to read it.
  const link = made === null ? '' : `${location.origin}/admin/invite#${made.token}`
  const copy = async () => {
    box.current?.querySelector('input')?.select()
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      // It stays selected, to be copied by hand.
    }
  }
  return (
    <Dialog
      title={m('link_for', { name: made?.colleague.name || made?.colleague.email || '' })}
      open={made !== null}
      onClose={close}
    >
      <div ref={box} className="form">
        <p>{m('link_once')}</p>
        <Field label={m('new_link')} value={link} readOnly spellCheck={false} />
        <div className="dialog-foot">
          <Button kind="primary" onClick={() => void copy()}>
            {m('copy')}
          </Button>
          <Button onClick={close}>{m('close')}</Button>
          <span role="status">{copied && m('copied')}</span>
        </div>
      </div>
    </Dialog>
  )
}
