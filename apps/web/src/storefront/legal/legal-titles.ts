import type { MessageKey } from '../../messages.ts'

/** The legal pages by their names, for whoever leads to them. */
export const legalTitles = {
  terms: 'terms_title',
  privacy: 'privacy_title',
  withdrawal: 'withdrawal_title',
} as const satisfies Record<string, MessageKey>

export type LegalText = keyof typeof legalTitles
export const isLegalText = (text: string): text is LegalText => Object.hasOwn(legalTitles, text)
