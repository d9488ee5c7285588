import * as z from 'zod'
import { day } from '../input-kinds.ts'

/** Days of the shop's calendar, both included. */
export const StatsInput = z.strictObject({ from: day.optional(), to: day.optional() })
export type StatsInput = z.infer<typeof StatsInput>
