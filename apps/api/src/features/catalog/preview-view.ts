import * as z from 'zod'

/** What opens a draft: the page `/{locale}/preview/{token}` of the shop, until it expires. */
export interface PreviewLinkView {
  token: string
  expiresAt: string
}
export const PreviewLinkView: z.ZodType<PreviewLinkView, PreviewLinkView> = z.object({
  token: z.string(),
  expiresAt: z.string(),
})
