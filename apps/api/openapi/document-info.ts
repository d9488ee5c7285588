/** What the document says of itself. */
export const info = {
  title: 'Comptoir',
  version: '1.0.0',
  summary: 'An online shop over plain HTTP: the same procedures as its typed client calls.',
  description: [
    'Amounts are integers in minor units of `currency`; instants are ISO 8601 in UTC; ids say what they are of. Lists go on with `nextCursor`.',
    'Sign in with `POST /api/auth/login` and send the token as `Authorization: Bearer …`. A guest’s program sends `cart-token: new` with its first piece in the cart and keeps the header that comes back.',
    'Every change takes an `Idempotency-Key`: sent again with the same key it answers the same and does nothing twice.',
    'What streams (stock, orders and messages as they change) is spoken over the typed client’s server-sent events only.',
  ].join('\n\n'),
  license: { name: 'Proprietary', identifier: 'LicenseRef-Comptoir' },
}

/** What each group of operations is about. */
export const tags: Record<string, string> = {
  catalog: 'What is on the shelf.',
  auth: 'Accounts and sessions.',
  account: 'What the shop holds about whoever calls: to take along, or to erase.',
  addresses: 'The addresses that a shopper keeps.',
  cart: 'The cart of a guest or an account, priced as of now.',
  orders: 'Checkout, payment and the orders of whoever calls.',
  shop: 'Who the shop is.',
  support: 'Conversations with the shop.',
  tokens: 'Tokens for programs of mine.',
  'admin: auth': 'Accounts and sessions of the staff.',
  'admin: orders': 'All orders and their steps.',
  'admin: products': 'The catalogue in the hands of staff.',
  'admin: imports': 'Files of products.',
  'admin: support': 'The inbox.',
  'admin: unmatched-money': 'Money that fits no order.',
  'admin: stats': 'Figures.',
  'admin: customers': 'Customers.',
  'admin: staff': 'Who may enter the console.',
  'admin: apps': 'Programs that work for the shop, and their tokens.',
  'admin: audit': 'Who changed what.',
  'admin: system': 'How the shop and its books are.',
  'admin: settings': 'The shop’s settings.',
}
