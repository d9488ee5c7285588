import type { Permission } from '@comptoir/domain/people'
import type { MessageKey } from '../messages.ts'

/** The console's pages in the order of the rail, each with the permission that opens it, and with the pages that belong to it. */
export const menu = [
  { to: '/admin/orders', label: 'orders', needs: 'orders:read' },
  { to: '/admin/products', with: '/admin/imports', label: 'products', needs: 'products:read' },
  { to: '/admin/customers', label: 'customers', needs: 'customers:read' },
  { to: '/admin/support', label: 'messages', needs: 'support:read' },
  { to: '/admin/money', label: 'unmatched', needs: 'orders:refund' },
  { to: '/admin/figures', label: 'figures', needs: 'stats:read' },
  { to: '/admin/staff', label: 'colleagues', needs: 'staff:write' },
  { to: '/admin/apps', label: 'apps', needs: 'apps:write' },
  { to: '/admin/audit', label: 'audit', needs: 'audit:read' },
  { to: '/admin/settings', label: 'settings', needs: 'settings:write' },
  { to: '/admin/system', label: 'system', needs: 'system:write' },
] as const satisfies readonly { to: string; with?: string; label: MessageKey; needs: Permission }[]
