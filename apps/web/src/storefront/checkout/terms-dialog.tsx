import { Dialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words.tsx'

const articles = ['prices', 'payment', 'delivery', 'withdrawal', 'data'] as const

/** The terms, read where they are accepted: nothing typed is lost. */
export function TermsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { m } = useWords()
  return (
    <Dialog title={m('terms_title')} open={open} onClose={onClose}>
      <div className="prose">
        {articles.map((article) => (
          <section key={article}>
            <h3>{m(`terms_${article}_title`)}</h3>
            <p>{m(`terms_${article}`)}</p>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
