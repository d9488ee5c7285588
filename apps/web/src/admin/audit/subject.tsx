import { Link } from '@tanstack/react-router'
import { useWords } from '../../words.tsx'

const pages = {
  order: { to: '/admin/orders/$id', label: 'order_number' },
  product: { to: '/admin/products/$id', label: 'product' },
  thread: { to: '/admin/support/$id', label: 'message' },
} as const

/** What a deed was done to: a link where it has a page of its own. */
export function Subject({ id }: { id: string }) {
  const { m } = useWords()
  const kind = id.split('_')[0] ?? ''
  const short = id.slice(-6)
  if (kind === 'order' || kind === 'product' || kind === 'thread')
    return (
      <Link to={pages[kind].to} params={{ id }} title={id}>
        {m(pages[kind].label)} <small className="figures">…{short}</small>
      </Link>
    )
  return (
    <span title={id} className="figures">
      {id.length > 16 ? `${kind} …${short}` : id}
    </span>
  )
}
