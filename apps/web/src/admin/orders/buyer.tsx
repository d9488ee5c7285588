import { Link } from '@tanstack/react-router'
import type { AdminOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'

/** Who ordered, and where the parcel goes. */
export function Buyer({ order: { address, email, userId } }: { order: AdminOutputs['orders']['get'] }) {
  const { m } = useWords()
  const may = useMay()
  const lines = [
    ...[address.name, address.line1, address.line2, `${address.postcode} ${address.city}`, address.phone, email],
  ]
  return (
    <address>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <span key={line}>{line}</span>
        ))}
      {userId !== null && may('customers:read') ? (
        <Link to="/admin/customers/$id" params={{ id: userId }}>
          {m('has_account')}
        </Link>
      ) : (
        <span>{m(userId === null ? 'guest' : 'has_account')}</span>
      )}
    </address>
  )
}
