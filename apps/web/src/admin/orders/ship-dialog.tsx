import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useWords } from '../../words.tsx'
import type { StepDialog } from './order-actions.tsx'

/** Asks who carries the parcel; the tracking number is made by the shop. */
export function ShipDialog({ order, open, onClose, settled }: StepDialog) {
  const { m } = useWords()
  const ship = admin.orders.ship.useMutation(settled)
  const { form, field, submit } = useFields(
    { carrier: 'Colissimo' },
    { carrier: checksIn(m).needed('check_carrier') },
    fieldErrorsIn(ship.error),
  )
  return (
    <Dialog title={m('action_ship')} open={open} onClose={onClose}>
      <DialogForm
        form={form}
        onSubmit={submit(({ carrier }) => ship.mutate({ id: order.id, carrier: carrier.trim() }))}
        onClose={onClose}
        does={m('action_ship')}
        sending={ship}
      >
        <p>{m('ship_words', { name: order.address.name, city: order.address.city })}</p>
        <Field {...field('carrier')} label={m('carrier')} maxLength={60} />
      </DialogForm>
    </Dialog>
  )
}
