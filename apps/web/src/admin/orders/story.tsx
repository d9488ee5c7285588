import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { useWords } from '../../words.tsx'
import { NoteForm } from '../notes.tsx'
import { useMay } from '../use-may.ts'
import { staffSteps } from './staff-steps.ts'

/** What happened to an order, by whom, and what colleagues noted. */
export function Story({ order }: { order: AdminOutputs['orders']['get'] }) {
  const { m } = useWords()
  const may = useMay()
  const { id } = order
  const utils = admin.useUtils()
  const addNote = admin.orders.addNote.useMutation({ onSuccess: (now) => utils.orders.get.setData({ id }, now) })
  return (
    <>
      <Timeline
        steps={staffSteps(order).map(({ title, actor, name, body, place: _, ...step }) => ({
          ...step,
          title: m(title),
          aside: (
            <>
              {body !== null && <span className="note-body">{body}</span>}
              {name ? `${name} · ${m(actor)}` : m(actor)}
            </>
          ),
        }))}
      />
      {order.trackingNumber !== null && (
        <p className="tracking">
          <span className="tracking-by">{m('delivery')}</span> {order.carrier}{' '}
          <span className="figures">{order.trackingNumber}</span>
        </p>
      )}
      {may('orders:note') && (
        <NoteForm
          busy={addNote.isPending}
          error={addNote.error}
          onAdd={(body, done) => addNote.mutate({ id, body }, { onSuccess: done })}
        />
      )}
    </>
  )
}
