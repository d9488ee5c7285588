import * as z from 'zod'

/** Who a conversation may be given to: names, and nothing else of a colleague. */
export interface AssignableView {
  items: { id: string; name: string }[]
}
export const AssignableView: z.ZodType<AssignableView, AssignableView> = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string() })),
})
