import * as z from 'zod'
import { measures, pageKinds } from './index.ts'

/** What a page tells of its own speed when it is left: at most one value of each measure, in ms (CLS without a unit). */
export const PageSpeedInput = z.strictObject({
  kind: z.enum(pageKinds),
  values: z
    .array(z.strictObject({ measure: z.enum(measures), value: z.number().min(0).max(600_000) }))
    .min(1)
    .max(measures.length)
    .refine((values) => new Set(values.map(({ measure }) => measure)).size === values.length),
})
export type PageSpeedInput = z.infer<typeof PageSpeedInput>
