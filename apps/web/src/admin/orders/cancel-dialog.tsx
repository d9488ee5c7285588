import { admin } from '../../rpc.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useWords } from '../../words.tsx'
import type { StepDialog } from './order-actions.tsx'

/** Says what calling the order off does before it is done. */
export function CancelDialog({ order, open, onClose, settled }: StepDialog) {
  const { m, price } = useWords()
  const cancel = admin.orders.cancel.useMutation(settled)
  const { form, field, submit } = useFields({ reason: '' }, {})
  return (
    <Dialog title={m('action_cancel')} open={open} onClose={onClose}>
      <DialogForm
        form={form}
        onSubmit={submit(({ reason }) => cancel.mutate({ id: order.id, reason }))}
        onClose={onClose}
        does={m('action_cancel')}
        sending={cancel}
      >
        <p>
          {order.payment === 'paid'
            ? m('staff_cancel_paid', { price: price(order.totalCents, order.currency) })
            : m('staff_cancel_unpaid')}
        </p>
        <Field {...field('reason')} label={m('reason')} maxLength={200} optional />
      </DialogForm>
    </Dialog>
  )
}
