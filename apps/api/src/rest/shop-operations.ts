import type { inferRouterInputs } from '@trpc/server'
import type { ShopRouter } from '../shop-router.ts'
import { op, type Operations, streamOnly } from './operation.ts'

const token = { session: 'token' }
const access = { accessToken: 'access-token' }
const nothing = { status: 204 } as const
const made = { status: 201 } as const

/** What shoppers and their programs may call, under `/api`. */
export const shopOperations: Operations<inferRouterInputs<ShopRouter>> = {
  'catalog.list': [op('GET /catalog/products', 'Products on the shelf, page by page')],
  'catalog.get': [op('GET /catalog/products/{id}', 'One product, by its id or slug')],
  'catalog.facets': [op('GET /catalog/facets', 'How many products each filter would leave')],
  'catalog.suggest': [op('GET /catalog/suggestions', 'Suggestions for the beginning of a search')],
  'catalog.home': [op('GET /catalog/home', 'What the home page shows')],
  'catalog.categories': [op('GET /catalog/categories', 'The categories')],
  'catalog.preview': [
    op('GET /catalog/preview', 'A product that is not published yet', { headers: { token: 'preview-token' } }),
  ],
  'catalog.stock': streamOnly,
  'auth.register': [
    op('POST /auth/register', 'Make an account and sign in', {
      ...{ ...made, defaults: token },
      description: 'Answers a bearer token, or sets a cookie with `session: cookie`. A guest cart joins the account.',
    }),
  ],
  'auth.keepOrder': [op('POST /auth/keep-order', 'Make an account of a guest’s order', { ...made, defaults: token })],
  'auth.login': [
    op('POST /auth/login', 'Sign in with e-mail and password', {
      defaults: token,
      description: 'Answers a bearer token, shown once, or sets a cookie with `session: cookie`.',
    }),
  ],
  'auth.logout': [
    op('POST /auth/logout-v2', 'Sign out: the token or cookie is worth nothing from then on', {
      ...nothing,
      id: 'logoutV2',
    }),
    op('POST /auth/logout', 'Sign out: the same as logout-v2', nothing),
  ],
  'auth.me': [op('GET /auth/me', 'Who is calling; null for a guest')],
  'auth.profile': [op('GET /auth/profile', 'My profile')],
  'auth.updateProfile': [op('PUT /auth/profile', 'Change my profile; what is not given stays as it is')],
  'auth.changePassword': [op('PUT /auth/password', 'Change my password; every session but a fresh one ends')],
  'auth.sessions': [op('GET /auth/sessions', 'My open sessions')],
  'auth.endSession': [op('DELETE /auth/sessions/{id}', 'End one of my sessions')],
  'auth.endOtherSessions': [op('DELETE /auth/sessions', 'End all my sessions but this one')],
  'account.export': [op('GET /account/export', 'Everything that the shop holds about me')],
  'account.erase': [
    op('POST /account/erase', 'Erase my account', {
      description:
        'Asks for the password again. Invoices and credit notes stay, as the law asks. An order that still goes on is an answer, not an error: look at `outcome`.',
    }),
  ],
  'addresses.list': [op('GET /addresses', 'My addresses')],
  'addresses.save': [op('POST /addresses', 'Keep an address; with `id` that one, changed as a whole')],
  'addresses.setDefault': [op('POST /addresses/{id}/default', 'Make an address the usual one')],
  'addresses.remove': [op('DELETE /addresses/{id}', 'Forget an address')],
  'cart.get': [op('GET /cart', 'My cart, priced as of now')],
  'cart.add': [
    op('POST /cart/add', 'Put pieces of a variant in the cart', {
      description:
        'A guest’s program sends `cart-token: new` and keeps the `cart-token` header of the answer for its next calls.',
    }),
  ],
  'cart.setQuantity': [op('PUT /cart/lines/{lineId}', 'Set the pieces of a line; 0 removes it')],
  'cart.remove': [
    op('POST /cart/remove', 'Take a line out of the cart'),
    op('DELETE /cart/lines/{lineId}', 'Take a line out of the cart', { id: 'removeLine' }),
  ],
  'cart.clear': [op('DELETE /cart/clear', 'Empty the cart')],
  'orders.checkout': [
    op('POST /orders/checkout', 'Make an order of the cart, with the quote that was shown', {
      ...made,
      description:
        'Send back `quote.hash`, `quote.totalCents` and `termsVersion` as the cart showed them. The stock is held, the cart emptied; pay next.',
    }),
  ],
  'orders.place': [op('POST /orders', 'Order and pay in one request, without a cart', made)],
  'orders.pay': [
    op('POST /orders/pay', 'Pay an order', {
      description: 'A declined card is an answer, not an error: look at `outcome`.',
    }),
  ],
  'orders.cancel': [op('POST /orders/cancel', 'Cancel an order that is not shipped; money goes back')],
  'orders.lookUp': [op('POST /orders/look-up', 'Open an order by its number and e-mail, for reading')],
  'live.follow': streamOnly,
  'orders.list': [op('GET /orders', 'My orders, the newest first')],
  'orders.get': [op('GET /orders/{id}', 'One of my orders', { headers: access })],
  'orders.invoice': [op('GET /orders/{id}/invoice', 'The invoice of a paid order', { headers: access })],
  'orders.onChange': streamOnly,
  'shop.info': [op('GET /shop', 'Who the shop is')],
  'support.create': [op('POST /support/threads', 'Write to the shop', made)],
  'support.list': [op('GET /support/threads', 'My conversations')],
  'support.get': [op('GET /support/threads/{id}', 'One of my conversations')],
  'support.post': [op('POST /support/threads/{id}/messages', 'Write on in a conversation', made)],
  'support.read': [op('POST /support/threads/{id}/read', 'Note that I read a conversation')],
  'support.counts': [op('GET /support/counts', 'How many of my conversations have something unread')],
  'support.aboutOrder': [
    op('GET /orders/{id}/messages', 'What a guest and the shop wrote about an order', { headers: access }),
  ],
  'support.writeAboutOrder': [
    op('POST /orders/{id}/messages', 'Write to the shop about an order, without an account', {
      ...made,
      headers: access,
    }),
  ],
  'support.onOrderMessage': streamOnly,
  'support.onChange': streamOnly,
  'support.onMessage': streamOnly,
  'tokens.list': [op('GET /tokens', 'My access tokens')],
  'tokens.create': [op('POST /tokens', 'Make an access token; its secret is shown once', made)],
  'tokens.revoke': [op('DELETE /tokens/{id}', 'Revoke one of my access tokens')],
}
