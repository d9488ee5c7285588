import { useState } from 'react'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { RefundDialog } from './refund-dialog.tsx'
import { ShipDialog } from './ship-dialog.tsx'

type Order = AdminOutputs['orders']['get']
type Asking = 'ship' | 'cancel' | 'refund' | null

/** What each step needs; the steps themselves come with the order, from the transition table. */
const needs = {
  validate: 'orders:fulfil',
  ship: 'orders:fulfil',
  deliver: 'orders:fulfil',
  cancel: 'orders:cancel',
  refund: 'orders:refund',
} as const

/** The steps allowed now, as buttons; the first one is the next one of a usual day. */
export function OrderActions({ order }: { order: Order }) {
  const { m } = useWords()
  const may = useMay()
  const tell = useToast()
  const utils = admin.useUtils()
  const [asking, setAsking] = useState<Asking>(null)
  const settled = {
    onSuccess: (now: Order) => {
      utils.orders.get.setData({ id: order.id }, now)
      void utils.orders.list.invalidate()
      setAsking(null)
      tell(m('order_now', { status: m(`status_${now.status}`) }))
    },
    onError: () => void utils.orders.get.invalidate({ id: order.id }),
  }
  const validate = admin.orders.validate.useMutation(settled)
  const deliver = admin.orders.deliver.useMutation(settled)
  const { id } = order
  const run = {
    validate: { busy: validate.isPending, start: () => validate.mutate({ id }) },
    deliver: { busy: deliver.isPending, start: () => deliver.mutate({ id }) },
    ship: { busy: false, start: () => setAsking('ship') },
    cancel: { busy: false, start: () => setAsking('cancel') },
    refund: { busy: false, start: () => setAsking('refund') },
  }
  const allowed = (Object.keys(run) as (keyof typeof run)[]).filter(
    (action) => order.actions.includes(action) && may(needs[action]),
  )
  const forward = ['validate', 'ship', 'deliver'] as const
  const first = forward.toReversed().find((action) => allowed.includes(action))
  const close = () => setAsking(null)
  return (
    <div className="actions">
      {allowed
        .toSorted((a, b) => Number(a === first) - Number(b === first))
        .map((action) => (
          <Button
            key={action}
            kind={action === first ? 'primary' : 'plain'}
            busy={run[action].busy}
            onClick={run[action].start}
          >
            {m(`action_${action}`)}
          </Button>
        ))}
      <ProblemNotice error={validate.error ?? deliver.error} />
      <ShipDialog order={order} open={asking === 'ship'} onClose={close} settled={settled} />
      <CancelDialog order={order} open={asking === 'cancel'} onClose={close} settled={settled} />
      <RefundDialog order={order} open={asking === 'refund'} onClose={close} settled={settled} />
    </div>
  )
}

/** What every dialog of a step gets. */
export interface StepDialog {
  order: Order
  open: boolean
  onClose: () => void
  settled: { onSuccess: (now: Order) => void; onError: () => void }
}
