import { shop } from '../../rpc.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { LegalArticles } from '../legal/legal-articles.tsx'

/** The terms, read where they are accepted: nothing typed is lost. */
export function TermsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { m } = useWords()
  return (
    <Dialog title={m('terms_title')} open={open} onClose={onClose}>
      <Terms />
    </Dialog>
  )
}

function Terms() {
  const { data, error, refetch } = shop.shop.info.useQuery()
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Waiting rows={4} />
  return (
    <div className="prose">
      <LegalArticles text="terms" of={data} heading="h3" />
    </div>
  )
}
