import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words.tsx'
import { LinkButton } from './button.tsx'
import { Spoken } from './spoken.tsx'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  /** A drawer slides in from the side. */
  drawer?: boolean
  children: ReactNode
}

/** A native modal dialog: the browser keeps the focus inside, Escape closes it, the focus then returns. */
export function Dialog({ title, open, onClose, drawer = false, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { m } = useWords()
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal()
    if (!open && box.current?.open) box.current.close()
  }, [open])
  return (
    // A click on the backdrop lands on the dialog itself; the keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={box}
      className={drawer ? 'dialog is-drawer' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === box.current && onClose()}
    >
      <Spoken />
      {open && (
        <>
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <LinkButton onClick={onClose}>{m('close')}</LinkButton>
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}
