import type * as z from 'zod'

/** How little and how much a text, a list or a number may be, by the checks of its schema; absent where nothing says so. */
export interface Bounds {
  least?: number
  most?: number
}

export function boundsOf(schema: z.core.$ZodType): Bounds {
  const bounds: Bounds = {}
  const { checks = [] } = (schema as z.core.$ZodTypes)._zod.def
  const least = (value: number) => void (bounds.least = Math.max(bounds.least ?? value, value))
  const most = (value: number) => void (bounds.most = Math.min(bounds.most ?? value, value))
  for (const check of checks) {
    const { def } = (check as z.core.$ZodChecks)._zod
    if (def.check === 'min_length') least(def.minimum)
    else if (def.check === 'max_length') most(def.maximum)
    else if (def.check === 'length_equals') {
      least(def.length)
      most(def.length)
    } else if (def.check === 'greater_than') least(Number(def.value) + (def.inclusive ? 0 : 1))
    else if (def.check === 'less_than') most(Number(def.value) - (def.inclusive ? 0 : 1))
  }
  return bounds
}
