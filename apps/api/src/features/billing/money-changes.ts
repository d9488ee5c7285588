import type { Writer } from '@comptoir/db'
import * as outbox from '@comptoir/db/stores/outbox'
import type { Id } from '@comptoir/domain'
import type { Fresh } from '../../change.ts'
import type { ShopEvent } from '../../services/events.ts'
import type { LiveSource } from '../../services/live-source.ts'

/** Money that fits no order: it was put aside, or somebody settled it. */
export interface MoneyChangeView {
  paymentId: string
  orderId: string
  at: string
}
/** What a shared stream tells of it. */
export interface MoneyNews {
  news: 'money'
  money: MoneyChangeView
}

/** Tells that money was put aside or settled; it concerns staff alone. */
export const tellMoney = (
  tx: Writer,
  { key, orderId }: { key: Id<'payment'>; orderId: Id<'order'> },
  fresh: Fresh,
): Promise<void> =>
  outbox.add(tx, {
    ...{
      id: fresh.id('event'),
      topic: 'money.changed',
      subjectId: key,
      userId: null,
      data: { orderId },
      at: fresh.now,
    },
  })

const changeView = ({ subjectId, data, at }: ShopEvent): MoneyChangeView => ({
  ...{ paymentId: subjectId, orderId: String(data['orderId']), at: at.toISOString() },
})

/** All of it, for staff's shared stream. */
export const moneySource: LiveSource<MoneyNews> = {
  wants: ({ topic }) => topic === 'money.changed',
  tell: async (event) => ({ news: 'money', money: changeView(event) }),
}
