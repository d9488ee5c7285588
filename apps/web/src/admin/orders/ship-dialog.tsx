import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
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
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={submit(({ carrier }) => ship.mutate({ id: order.id, carrier: carrier.trim() }))}
      >
        <p>{m('ship_words', { name: order.address.name, city: order.address.city })}</p>
        <Field {...field('carrier')} label={m('carrier')} maxLength={60} />
        <ProblemNotice error={ship.error} />
        <div className="dialog-foot">
          <Button type="submit" kind="primary" busy={ship.isPending}>
            {m('action_ship')}
          </Button>
          <Button onClick={onClose}>{m('go_back')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
