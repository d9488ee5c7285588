import type { Locale } from '@comptoir/domain'
import type { ReactNode, SyntheticEvent } from 'react'

interface Props {
  locale: Locale
  className?: string
  onAdd: () => void
  children: ReactNode
}

/** Puts something into the cart; where no script runs, by sending the form. */
export function AddForm({ locale, className, onAdd, children }: Props) {
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    onAdd()
  }
  return (
    <form method="post" action="/do/cart/add" className={className} onSubmit={send}>
      <input type="hidden" name="locale" value={locale} />
      {children}
    </form>
  )
}
