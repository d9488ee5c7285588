import type { AdminOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'

/** The papers of an order by their kind and number, each as PDF. */
export function Documents({ order }: { order: AdminOutputs['orders']['get'] }) {
  const { m } = useWords()
  const papers = [
    { kind: 'packing_slip' as const, number: order.reference, path: `packing-slip/${order.id}` },
    ...(order.invoiceNumber === null
      ? []
      : [{ kind: 'invoice' as const, number: order.invoiceNumber, path: `invoice/${order.id}` }]),
    ...order.creditNoteNumbers.map((number) => ({
      ...{ kind: 'credit_note' as const, number, path: `credit-note/${number}` },
    })),
  ]
  return (
    <>
      <h2>{m('documents')}</h2>
      <ul className="ledger is-two">
        {papers.map(({ kind, number, path }) => (
          <li key={path}>
            <a href={`/documents/${path}.pdf`} target="_blank" rel="noreferrer">
              {m(kind)} <small>PDF</small>
            </a>
            <span className="figures">{number}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
