import { getRouteApi, Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { DocumentSheet } from '../../ui/document-sheet.tsx'
import { Title } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'

const route = getRouteApi('/$locale/orders/$id/invoice')

/** The invoice and its credit notes, as sheets that print. */
export function InvoicePage() {
  const { locale, m } = useWords()
  const { id } = route.useParams()
  const [{ invoice, creditNotes }] = shop.orders.invoice.useSuspenseQuery({ id })
  return (
    <div className="page invoice-page">
      <Title>{`${m('invoice')} ${invoice.number}`}</Title>
      <p className="invoice-tools">
        <Link to="/$locale/orders/$id" params={{ locale, id }}>
          {m('order_title', { reference: invoice.orderReference })}
        </Link>
        <a href={`/documents/invoice/${id}.pdf`}>{m('invoice_pdf')}</a>
        {creditNotes.map(({ number }) => (
          <a key={number} href={`/documents/credit-note/${number}.pdf`}>
            {m('credit_note_pdf', { number })}
          </a>
        ))}
        <Button onClick={() => window.print()}>{m('print')}</Button>
      </p>
      {[invoice, ...creditNotes].map((of, place) => (
        <DocumentSheet key={of.number} of={of} heading={place === 0 ? 'h1' : 'h2'} />
      ))}
    </div>
  )
}
