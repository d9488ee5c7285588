import type { AdminOrdersSearch } from '../../search-params.ts'
import type { Words } from '../../words.tsx'

/** What a list of orders shows, as one says it: « Commandes : payées, non expédiées, du 1 au 22 novembre ». */
export function sentenceOf(search: AdminOrdersSearch, { m, date }: Pick<Words, 'm' | 'date'>): string {
  const { status, placement, payment, delivery, email, reference, customerId } = search
  const at = (day: string) => date(`${day}T12:00:00Z`)
  const days = (from: string | undefined, to: string | undefined) =>
    from && to
      ? m('says_between', { from: at(from), to: at(to) })
      : from
        ? m('says_from', { day: at(from) })
        : to && m('says_to', { day: at(to) })
  const paid = days(search.paidFrom, search.paidTo)
  const refunded = days(search.refundedFrom, search.refundedTo)
  const parts = [
    status && m(`says_status_${status}`),
    placement && m(`says_placement_${placement}`),
    payment && m(`says_payment_${payment}`),
    delivery && m(`says_delivery_${delivery}`),
    reference && m('says_reference', { reference }),
    email && m('says_email', { email }),
    customerId && m('says_one_customer'),
    days(search.from, search.to),
    paid && m('says_when_paid', { days: paid }),
    refunded && m('says_when_refunded', { days: refunded }),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? m('all_orders') : m('says_orders', { words: parts.join(', ') })
}
