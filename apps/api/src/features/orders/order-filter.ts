import type { OrderFilter } from '@comptoir/db/stores/order-lists'
import { dayPlus, startOfDay } from '@comptoir/domain'
import type { OrderSumsInput } from '@comptoir/domain/orders/inputs'
import { normaliseEmail } from '@comptoir/domain/people'

/** What the console asks for as the books know it: its days begin and end when the shop's do. */
export function orderFilter(
  { from, to, paidFrom, paidTo, refundedFrom, refundedTo, email, customerId, reference, ...axes }: OrderSumsInput,
  timeZone: string,
): OrderFilter {
  const start = (day: string | undefined) => (day === undefined ? undefined : startOfDay(timeZone, day))
  const end = (day: string | undefined) => (day === undefined ? undefined : startOfDay(timeZone, dayPlus(day, 1)))
  return {
    ...axes,
    userId: customerId,
    email: email === undefined ? undefined : normaliseEmail(email),
    reference: reference?.toUpperCase() || undefined,
    ...{ from: start(from), to: end(to), paidFrom: start(paidFrom), paidTo: end(paidTo) },
    ...{ refundedFrom: start(refundedFrom), refundedTo: end(refundedTo) },
  }
}
