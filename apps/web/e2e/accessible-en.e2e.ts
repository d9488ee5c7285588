import { describe } from 'vitest'
import { forEveryone, windows } from './accessible.ts'

/** Another language has other words in the same page: their names and their room are looked at again, the page's build is not. */
const states = [
  { ...windows.wide, dark: false, rules: 'everything' },
  { ...windows.wide, dark: true, rules: 'colours' },
  { ...windows.enlarged, dark: false, rules: 'looks' },
  { ...windows.narrow, dark: false, rules: 'looks' },
  { ...windows.narrow, dark: true, rules: 'colours' },
] as const

/** What is pressed open on a page whose route is looked at already. */
const more =
  /^(?:suggestions|cart-drawer|checkout-errors|terms|account-\w+|token-new|order-cancel|pay-\w+|keep-order|console-(?:orders-chosen|ship|refund|conflict|answers|invite-dialog|settings-saved))$/

describe('for everyone, in English', () => forEveryone('en', states, (picture) => !more.test(picture)))
