import type { ReactNode } from 'react'
import { useWords } from '../../words.tsx'

/** Says that invoices would name the seller that every new shop begins with, whose number is zeros; nothing once the shop has its own. */
export function ExampleSeller({ seller, children }: { seller: { siren: string }; children?: ReactNode }) {
  const { m } = useWords()
  if (!/^[0 ]*$/.test(seller.siren)) return null
  return (
    <div className="notice is-calm">
      <p>
        <strong>{m('example_seller')}</strong> {m('example_seller_words')}
      </p>
      {children}
    </div>
  )
}
