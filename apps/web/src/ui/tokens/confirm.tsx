import { useWords } from '../../words.tsx'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNotice } from '../problem-notice.tsx'

interface Props {
  title: string
  words: string
  yes: string
  open: boolean
  busy: boolean
  error: unknown
  onYes: () => void
  onClose: () => void
}

/** Asks before what cannot be undone, with what it will do. */
export function Confirm({ title, words, yes, open, busy, error, onYes, onClose }: Props) {
  const { m } = useWords()
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <p>{words}</p>
      <ProblemNotice error={error} />
      <div className="dialog-foot">
        <Button kind="primary" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onClose}>{m('go_back')}</Button>
      </div>
    </Dialog>
  )
}
