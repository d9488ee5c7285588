// TS1360: Type '"pending"' does not satisfy the expected type 'never'
import type { PaymentView } from '@comptoir/client'

export function told({ outcome }: PaymentView): string {
  if (outcome === 'paid' || outcome === 'declined' || outcome === 'action_required') return outcome
  outcome satisfies never
  return ''
}
