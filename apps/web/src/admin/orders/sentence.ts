import type { AdminOrdersSearch } from '../../search-params.ts'
import type { Words } from '../../words.tsx'

/** What a list of orders shows, as one says it: « Commandes : payées, non expédiées, du 1 au 22 novembre ». */
export function sentenceOf(search: AdminOrdersSearch, { m, date }: Pick<Words, 'm' | 'date'>): string {
  const { status, placement, payment, delivery, email, reference, customerId, from, to } = search
  const at = (day: string) => date(`${day}T12:00:00Z`)
  const parts = [
    status && m(`says_status_${status}`),
    placement && m(`says_placement_${placement}`),
    payment && m(`says_payment_${payment}`),
    delivery && m(`says_delivery_${delivery}`),
    reference && m('says_reference', { reference }),
    email && m('says_email', { email }),
    customerId && m('says_one_customer'),
    from && to
      ? m('says_between', { from: at(from), to: at(to) })
      : from
        ? m('says_from', { day: at(from) })
        : to && m('says_to', { day: at(to) }),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? m('all_orders') : m('says_orders', { words: parts.join(', ') })
}
