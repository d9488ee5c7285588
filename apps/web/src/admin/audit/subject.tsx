import { Link } from '@tanstack/react-router'
import { useWords } from '../../words.tsx'

const pages = {
  order: { to: '/admin/orders/$id', label: 'order_number' },
  product: { to: '/admin/products/$id', label: 'product' },
  thread: { to: '/admin/support/$id', label: 'message' },
  import: { to: '/admin/imports/$id', label: 'file' },
} as const
const others = {
  user: 'person',
  answer: 'saved_answer',
  variant: 'variant',
  image: 'picture',
  token: 'access_token',
  settings: 'settings',
  payment: 'payment',
  books: 'books',
} as const
const isPage = (kind: string): kind is keyof typeof pages => Object.hasOwn(pages, kind)
const isOther = (kind: string): kind is keyof typeof others => Object.hasOwn(others, kind)

/** What a deed was done to: a link where it has a page of its own. */
export function Subject({ id }: { id: string }) {
  const { m } = useWords()
  const [kind = '', rest] = id.split('_')
  const end = rest === undefined ? null : <small className="figures is-whole">…{id.slice(-6)}</small>
  if (isPage(kind))
    return (
      <Link to={pages[kind].to} params={{ id }} title={id}>
        {m(pages[kind].label)} {end}
      </Link>
    )
  return (
    <span title={id}>
      {isOther(kind) ? m(others[kind]) : kind} {end}
    </span>
  )
}
