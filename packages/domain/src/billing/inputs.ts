import * as z from 'zod'
import { id, NoInput, page, paragraphs } from '../input-kinds.ts'

/** What waits for a person; with `settled` what was settled. */
export const UnmatchedMoneyInput = z.strictObject({ ...page, settled: z.boolean().default(false) })
export const UnmatchedMoneyCountsInput = NoInput
/** `id` is the payment attempt that the money came by; the note says what became of it. */
export const SettleMoneyInput = z.strictObject({ id: id('payment'), note: paragraphs(500, 3) })
export type SettleMoneyInput = z.infer<typeof SettleMoneyInput>
