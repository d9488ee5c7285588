import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import type { StepDialog } from './order-actions.tsx'

/** Says what calling the order off does before it is done. */
export function CancelDialog({ order, open, onClose, settled }: StepDialog) {
  const { m, price } = useWords()
  const cancel = admin.orders.cancel.useMutation(settled)
  const { form, field, submit } = useFields({ reason: '' }, {})
  return (
    <Dialog title={m('action_cancel')} open={open} onClose={onClose}>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={submit(({ reason }) => cancel.mutate({ id: order.id, reason }))}
      >
        <p>
          {order.payment === 'paid'
            ? m('staff_cancel_paid', { price: price(order.totalCents, order.currency) })
            : m('staff_cancel_unpaid')}
        </p>
        <Field {...field('reason')} label={m('reason')} maxLength={200} optional />
        <ProblemNotice error={cancel.error} />
        <div className="dialog-foot">
          <Button type="submit" kind="primary" busy={cancel.isPending}>
            {m('action_cancel')}
          </Button>
          <Button onClick={onClose}>{m('go_back')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
