import { useState } from 'react'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

/** Takes a product off the shelf for good; what is typed on its page and not saved would go with it, so that is asked first. */
export function ArchiveProduct({ id, unsaved }: { id: string; unsaved: boolean }) {
  const { m } = useWords()
  const tell = useToast()
  const utils = admin.useUtils()
  const [asking, setAsking] = useState(false)
  const archive = admin.products.archive.useMutation({
    onSuccess: (now) => {
      setAsking(false)
      utils.products.get.setData({ id }, now)
      void utils.products.list.invalidate()
      tell(m('saved'))
    },
    onError: () => setAsking(false),
  })
  const go = () => archive.mutate({ id })
  return (
    <>
      <Button busy={archive.isPending && !asking} onClick={() => (unsaved ? setAsking(true) : go())}>
        {m('archive')}
      </Button>
      <Dialog title={m('archive_unsaved_title')} open={asking} onClose={() => setAsking(false)}>
        <p>{m('unsaved_words')}</p>
        <div className="dialog-foot">
          <Button kind="primary" onClick={() => setAsking(false)}>
            {m('keep_editing')}
          </Button>
          <Button busy={archive.isPending} onClick={go}>
            {m('archive_anyway')}
          </Button>
        </div>
      </Dialog>
      <ProblemNotice error={archive.error} />
    </>
  )
}
