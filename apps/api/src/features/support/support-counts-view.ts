import type { SavedAnswer } from '@comptoir/db/stores/saved-answers'
import { type Locale, locales } from '@comptoir/domain'
import * as z from 'zod'

/** Conversations with something unread; 100 means that many or more. */
export interface UnreadView {
  unread: number
}
/** The same for a colleague; `mine` are those that they look after. */
export interface SupportCountsView extends UnreadView {
  mine: number
}
export interface SavedAnswerView {
  id: string
  title: string
  body: string
  locale: Locale
  updatedAt: string
}
export interface SavedAnswersView {
  items: SavedAnswerView[]
}

export const UnreadView: z.ZodType<UnreadView, UnreadView> = z.object({ unread: z.int() })
export const SupportCountsView: z.ZodType<SupportCountsView, SupportCountsView> = z.object({
  unread: z.int(),
  mine: z.int(),
})
const SavedAnswerView: z.ZodType<SavedAnswerView, SavedAnswerView> = z.object({
  ...{ id: z.string(), title: z.string(), body: z.string(), locale: z.enum(locales), updatedAt: z.string() },
})
export const SavedAnswersView: z.ZodType<SavedAnswersView, SavedAnswersView> = z.object({
  items: z.array(SavedAnswerView),
})

export const savedAnswersView = (answers: readonly SavedAnswer[]): SavedAnswersView => ({
  items: answers.map(({ updatedAt, ...answer }) => ({ ...answer, updatedAt: updatedAt.toISOString() })),
})
