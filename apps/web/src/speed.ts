import { type Measure, pageKindOf } from '@comptoir/domain/speed'
import { type MetricType, onCLS, onINP, onLCP, onTTFB } from 'web-vitals'

/**
 * Tells the shop how quickly this page stood before its reader, once, when it is left: what kind of page it was and up to four numbers,
 * without a cookie or a name. What happens later in the same visit counts for the page it began with.
 */
export function tellSpeed(): void {
  const kind = pageKindOf(location.pathname)
  const values = new Map<Measure, number>()
  const note = ({ name, value }: MetricType) => {
    if (name !== 'FCP') values.set(name, value)
  }
  for (const on of [onLCP, onCLS, onINP, onTTFB]) on(note)
  // Heard after the measures themselves have heard it: what they say at last is in it.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || values.size === 0) return
    const told = { kind, values: [...values].map(([measure, value]) => ({ measure, value })) }
    values.clear()
    navigator.sendBeacon('/speed', new Blob([JSON.stringify(told)], { type: 'application/json' }))
  })
}
