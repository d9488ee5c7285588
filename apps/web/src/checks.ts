import type { MessageKey } from './messages.ts'
import type { Check } from './ui/fields.ts'

type Say = (key: MessageKey) => string

/** The checks a form makes before it asks the server, in the page's words; the server checks again. */
export const checksIn = (m: Say) => ({
  needed:
    (key: MessageKey): Check =>
    (value) =>
      value.trim() === '' ? m(key) : null,
  email: ((value) =>
    value.trim() === ''
      ? m('check_email_needed')
      : /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value.trim())
        ? null
        : m('check_email')) as Check,
  postcode: ((value) => (/^\d{5}$/.test(value.replaceAll(' ', '')) ? null : m('check_postcode'))) as Check,
  phone: ((value) => (/^(?:\+?[0-9][0-9 .-]{5,28})?$/.test(value.trim()) ? null : m('check_phone'))) as Check,
  newPassword: ((value) => ([...value].length >= 8 ? null : m('check_password'))) as Check,
})
