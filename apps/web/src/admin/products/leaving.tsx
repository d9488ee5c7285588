import { useBlocker } from '@tanstack/react-router'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words.tsx'

/** Asks before a page with unsaved changes is left; the browser asks by itself where the whole tab goes. */
export function Leaving({ unsaved }: { unsaved: () => boolean }) {
  const { m } = useWords()
  const blocked = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved,
    withResolver: true,
  })
  const open = blocked.status === 'blocked'
  return (
    <Dialog title={m('unsaved_title')} open={open} onClose={() => blocked.reset?.()}>
      <p>{m('unsaved_words')}</p>
      <div className="dialog-foot">
        <Button kind="primary" onClick={() => blocked.reset?.()}>
          {m('keep_editing')}
        </Button>
        <Button onClick={() => blocked.proceed?.()}>{m('leave_anyway')}</Button>
      </div>
    </Dialog>
  )
}
