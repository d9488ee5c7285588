import type { MessageKey } from '../../messages.ts'
import { legalTitles } from './legal-titles.ts'

type Article = readonly [title: MessageKey, text: MessageKey]

/** The legal pages: which articles each has, in order. The words are a start, to be adapted by whoever runs the shop. */
export const legalTexts = {
  terms: {
    title: legalTitles.terms,
    articles: [
      ['terms_seller_title', 'terms_seller'],
      ['terms_prices_title', 'terms_prices'],
      ['terms_order_title', 'terms_order'],
      ['terms_payment_title', 'terms_payment'],
      ['terms_delivery_title', 'terms_delivery'],
      ['terms_withdrawal_title', 'terms_withdrawal'],
      ['terms_guarantee_title', 'terms_guarantee'],
      ['terms_dispute_title', 'terms_dispute'],
      ['terms_mediator_title', 'terms_mediator'],
      ['terms_data_title', 'terms_data'],
    ],
  },
  privacy: {
    title: legalTitles.privacy,
    articles: [
      ['privacy_who_title', 'privacy_who'],
      ['privacy_what_title', 'privacy_what'],
      ['privacy_why_title', 'privacy_why'],
      ['privacy_cookies_title', 'privacy_cookies'],
      ['privacy_device_title', 'privacy_device'],
      ['privacy_long_title', 'privacy_long'],
      ['privacy_rights_title', 'privacy_rights'],
    ],
  },
  withdrawal: {
    title: legalTitles.withdrawal,
    articles: [
      ['withdrawal_right_title', 'withdrawal_right'],
      ['withdrawal_how_title', 'withdrawal_how'],
      ['withdrawal_refund_title', 'withdrawal_refund'],
      ['withdrawal_not_title', 'withdrawal_not'],
      ['withdrawal_form_title', 'withdrawal_form'],
    ],
  },
} as const satisfies Record<keyof typeof legalTitles, { title: MessageKey; articles: readonly Article[] }>
