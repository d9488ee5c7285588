import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

/** A link that shows the product as a shopper would see it, drafts too, to whoever holds it, for a day. */
export function PreviewLink({ id }: { id: string }) {
  const { m, locale, dateTime } = useWords()
  const tell = useToast()
  const make = admin.products.previewLink.useMutation()
  const address = make.data && `${window.location.origin}/${locale}/preview/${make.data.token}`
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    tell(m('copied'))
  }
  return (
    <>
      <Button busy={make.isPending} onClick={() => make.mutate({ id })}>
        {m('preview_link')}
      </Button>
      <ProblemNotice error={make.error} />
      {address && (
        <div className="notice is-calm" role="status">
          <p>
            <a href={address} target="_blank" rel="noreferrer">
              {m('see_preview')}
            </a>{' '}
            {m('preview_until', { at: dateTime(make.data?.expiresAt ?? '') })}
          </p>
          <div className="actions">
            <input className="control" readOnly aria-label={m('preview_link')} value={address} />
            <Button onClick={() => void copy(address)}>{m('copy')}</Button>
          </div>
        </div>
      )}
    </>
  )
}
