import type { Permission } from '@comptoir/domain/people'

/** Who may call a procedure: everybody, whoever is signed in, or staff with a permission. */
export type Audience = 'anyone' | 'signed in' | Permission

/** The one table of who may call what; a procedure that is not named here is closed to all. */
export const audiences = {
  shop: {
    'catalog.list': 'anyone',
    'catalog.get': 'anyone',
    'catalog.categories': 'anyone',
    'catalog.stock': 'anyone',
    'auth.register': 'anyone',
    'auth.keepOrder': 'anyone',
    'auth.login': 'anyone',
    'auth.logout': 'anyone',
    'auth.profile': 'signed in',
    'auth.updateProfile': 'signed in',
    'auth.changePassword': 'signed in',
    'auth.sessions': 'signed in',
    'auth.endSession': 'signed in',
    'auth.endOtherSessions': 'signed in',
    'addresses.list': 'signed in',
    'addresses.save': 'signed in',
    'addresses.setDefault': 'signed in',
    'addresses.remove': 'signed in',
    'cart.get': 'anyone',
    'cart.add': 'anyone',
    'cart.setQuantity': 'anyone',
    'cart.remove': 'anyone',
    'cart.clear': 'anyone',
    'orders.checkout': 'anyone',
    'orders.place': 'anyone',
    'orders.pay': 'anyone',
    'orders.cancel': 'anyone',
    'orders.lookUp': 'anyone',
    'orders.list': 'signed in',
    'orders.get': 'anyone',
    'orders.invoice': 'anyone',
    'orders.onChange': 'anyone',
    'support.create': 'signed in',
    'support.list': 'signed in',
    'support.get': 'signed in',
    'support.post': 'signed in',
    'support.onMessage': 'signed in',
  },
  admin: {
    'auth.login': 'anyone',
    'auth.logout': 'anyone',
    'auth.profile': 'signed in',
    'auth.updateProfile': 'signed in',
    'auth.changePassword': 'signed in',
    'auth.sessions': 'signed in',
    'auth.endSession': 'signed in',
    'auth.endOtherSessions': 'signed in',
    'orders.list': 'orders:read',
    'orders.get': 'orders:read',
    'orders.validate': 'orders:fulfil',
    'orders.ship': 'orders:fulfil',
    'orders.deliver': 'orders:fulfil',
    'orders.cancel': 'orders:cancel',
    'orders.refund': 'orders:refund',
    'orders.addNote': 'orders:note',
    'orders.onChange': 'orders:read',
    'products.list': 'products:read',
    'products.get': 'products:read',
    'products.create': 'products:write',
    'products.update': 'products:write',
    'products.archive': 'products:write',
    'products.adjustStock': 'products:write',
    'support.list': 'support:read',
    'support.get': 'support:read',
    'support.reply': 'support:write',
    'support.close': 'support:write',
    'support.onMessage': 'support:read',
    'stats.overview': 'stats:read',
  },
} as const satisfies Record<'shop' | 'admin', Record<string, Audience>>

/** The audience of a procedure, by face and path; undefined means closed. */
export function audienceOf(face: 'shop' | 'admin', path: string): Audience | undefined {
  const table: Record<string, Audience> = audiences[face]
  return Object.hasOwn(table, path) ? table[path] : undefined
}
