import { useState } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

/** Calls the order off, after saying what that does. */
export function CancelOrder({ order }: { order: ShopOutputs['orders']['get'] }) {
  const { m, price } = useWords()
  const [open, setOpen] = useState(false)
  const utils = shop.useUtils()
  const cancel = shop.orders.cancel.useMutation({
    onSuccess: (now) => {
      utils.orders.get.setData({ id: order.id }, now)
      setOpen(false)
    },
    onError: () => void utils.orders.get.invalidate({ id: order.id }),
  })
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{m('cancel_order')}</LinkButton>
      <Dialog title={m('cancel_order')} open={open} onClose={() => setOpen(false)}>
        <p>
          {order.payment === 'paid'
            ? m('cancel_paid_words', { price: price(order.totalCents, order.currency) })
            : m('cancel_words')}
        </p>
        <ProblemNotice error={cancel.error} />
        <div className="dialog-foot">
          <Button kind="primary" busy={cancel.isPending} onClick={() => cancel.mutate({ id: order.id })}>
            {m('cancel_order')}
          </Button>
          <Button onClick={() => setOpen(false)}>{m('keep_order')}</Button>
        </div>
      </Dialog>
    </>
  )
}
