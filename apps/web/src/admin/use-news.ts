import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { admin } from '../rpc.ts'
import { withOrder } from './news.ts'
import { useLineLost, useLive } from './use-live.ts'
import { useMay } from './use-may.ts'

export interface News {
  /** Orders placed since someone looked at the list in this tab. */
  orders: number
  /** Conversations with something unread, as the shop counts them. */
  threads: number
  /** Money that fits no order and waits for a person. */
  money: number
  /** The line is cut and is being tried again. */
  lost: boolean
}

const none: ReadonlySet<string> = new Set()

/** Listens once for the whole console: what is told makes the open pages ask again. A cut line resumes where it was. */
export function useNews(): News {
  const may = useMay()
  const utils = admin.useUtils()
  const [fresh, setFresh] = useState(none)
  const looking = useRouterState({ select: ({ location }) => /^\/admin\/orders\/?$/.test(location.pathname) })
  useLive(may('orders:read') ? { about: 'orders' } : null, (told) => {
    if (told.news !== 'order') return
    setFresh((known) => withOrder(known, told.order))
    void utils.orders.list.invalidate()
    void utils.orders.sums.invalidate()
    void utils.orders.get.invalidate({ id: told.order.orderId })
    void utils.stats.overview.invalidate()
  })
  useLive(may('support:read') ? { about: 'messages' } : null, (told) => {
    if (told.news !== 'message') return
    void utils.support.counts.invalidate()
    void utils.support.list.invalidate()
    void utils.support.get.invalidate({ id: told.message.threadId })
  })
  useLive(may('orders:refund') ? { about: 'money' } : null, (told) => {
    if (told.news !== 'order') return
    void utils.unmatchedMoney.invalidate()
    void utils.orders.get.invalidate({ id: told.order.orderId })
  })
  const lost = useLineLost()
  const counts = admin.support.counts.useQuery(undefined, { enabled: may('support:read') })
  const money = admin.unmatchedMoney.counts.useQuery(undefined, { enabled: may('orders:refund') })
  useEffect(() => {
    if (!looking || fresh.size === 0) return
    const seen = () => {
      if (!document.hidden) setFresh(none)
    }
    seen()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [looking, fresh])
  return {
    orders: fresh.size,
    threads: counts.data?.unread ?? 0,
    money: money.data?.open ?? 0,
    lost,
  }
}
