import type { MessageKey } from '../../messages.ts'

/** What the trail writes of each deed, in words. */
export const deeds = {
  'orders.validate': 'deed_orders_validate',
  'orders.ship': 'deed_orders_ship',
  'orders.deliver': 'deed_orders_deliver',
  'orders.cancel': 'deed_orders_cancel',
  'orders.refund': 'deed_orders_refund',
  'orders.addNote': 'deed_orders_addNote',
  'products.create': 'deed_products_create',
  'products.update': 'deed_products_update',
  'products.archive': 'deed_products_archive',
  'products.adjustStock': 'deed_products_adjustStock',
  'support.reply': 'deed_support_reply',
  'support.close': 'deed_support_close',
  'support.reopen': 'deed_support_reopen',
  'support.assign': 'deed_support_assign',
  'support.saveAnswer': 'deed_support_saveAnswer',
  'support.removeAnswer': 'deed_support_removeAnswer',
  'customers.addNote': 'deed_customers_addNote',
  'account.erase': 'deed_account_erase',
  'staff.invite': 'deed_staff_invite',
  'staff.resetLink': 'deed_staff_resetLink',
  'staff.setRole': 'deed_staff_setRole',
  'staff.disable': 'deed_staff_disable',
  'auth.acceptInvite': 'deed_auth_acceptInvite',
  'products.uploadImage': 'deed_products_uploadImage',
  'products.setImages': 'deed_products_setImages',
  'products.previewLink': 'deed_products_previewLink',
  'imports.upload': 'deed_imports_upload',
  'imports.start': 'deed_imports_start',
  'imports.fetchPictures': 'deed_imports_fetchPictures',
  'apps.create': 'deed_apps_create',
  'apps.addToken': 'deed_apps_addToken',
  'apps.revokeToken': 'deed_apps_revokeToken',
  'apps.setRole': 'deed_apps_setRole',
  'apps.close': 'deed_apps_close',
  'tokens.create': 'deed_tokens_create',
  'tokens.revoke': 'deed_tokens_revoke',
  'unmatchedMoney.settle': 'deed_unmatchedMoney_settle',
  'settings.update': 'deed_settings_update',
  'system.checkBooks': 'deed_system_checkBooks',
} as const satisfies Record<string, MessageKey>

export type Deed = keyof typeof deeds
export const knownDeeds = Object.keys(deeds) as Deed[]
export const isDeed = (action: string): action is Deed => Object.hasOwn(deeds, action)
