import type { AdminOutputs } from '../../outputs.ts'
import { buttonClass, LinkButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { isInvoiced, mostPapers, printPath } from './papers.ts'

type Row = AdminOutputs['orders']['list']['items'][number]

/** What can be printed of the chosen orders: their packing slips, and the invoices of those that were paid. */
export function PrintMany({ orders, onClear }: { orders: readonly Row[]; onClear: () => void }) {
  const { m } = useWords()
  const ids = orders.map(({ id }) => id)
  const invoiced = orders.filter(isInvoiced).map(({ id }) => id)
  const slips = printPath('packing-slip', ids)
  const invoices = printPath('invoice', invoiced)
  const counted = (all: readonly string[]) => ({ count: Math.min(all.length, mostPapers) })
  return (
    <div className="print-many" role="status">
      {slips && (
        <>
          <span>{m('selected', { count: orders.length })}</span>
          <a href={slips} target="_blank" rel="noreferrer" className={buttonClass()}>
            {m('print_slips', counted(ids))}
          </a>
          {invoices && (
            <a href={invoices} target="_blank" rel="noreferrer" className={buttonClass()}>
              {m('print_invoices', counted(invoiced))}
            </a>
          )}
          <LinkButton onClick={onClear}>{m('select_none')}</LinkButton>
        </>
      )}
    </div>
  )
}
