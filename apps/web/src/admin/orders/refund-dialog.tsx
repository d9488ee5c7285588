import { useState } from 'react'
import { admin } from '../../rpc.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useWords } from '../../words.tsx'
import type { StepDialog } from './order-actions.tsx'

/** States the amount and what follows from it: a refund cannot be taken back. */
export function RefundDialog({ order, open, onClose, settled }: StepDialog) {
  const { m, price } = useWords()
  const [restock, setRestock] = useState(true)
  const refund = admin.orders.refund.useMutation(settled)
  const { form, field, submit } = useFields({ reason: '' }, {})
  const here = order.delivery === 'none'
  const amount = price(order.totalCents - order.refundedCents, order.currency)
  return (
    <Dialog title={m('refund_title', { price: amount })} open={open} onClose={onClose}>
      <DialogForm
        form={form}
        onSubmit={submit(({ reason }) => refund.mutate({ id: order.id, reason, restock }))}
        onClose={onClose}
        does={m('refund_amount', { price: amount })}
        sending={refund}
      >
        <ul className="effects">
          <li>{m('refund_effect_money', { price: amount, email: order.email })}</li>
          <li>{m('refund_effect_document')}</li>
          {here && <li>{m('refund_effect_never_leaves')}</li>}
          <li>
            {m(
              here
                ? restock
                  ? 'refund_effect_released'
                  : 'refund_effect_written_off'
                : restock
                  ? 'refund_effect_restock'
                  : 'refund_effect_no_restock',
            )}
          </li>
        </ul>
        <Checkbox
          label={m(here ? 'restock_here' : 'restock')}
          checked={restock}
          onChange={({ target }) => setRestock(target.checked)}
        />
        <Field {...field('reason')} label={m('reason')} maxLength={200} optional />
      </DialogForm>
    </Dialog>
  )
}
