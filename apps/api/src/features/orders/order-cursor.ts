import { type Id, isId, refuse } from '@comptoir/domain'

/** A page of orders goes on after an order's id: ids sort by age. Refuses: cursor_invalid. */
export function orderCursor(cursor: string | undefined): Id<'order'> | null {
  if (cursor === undefined) return null
  return isId('order', cursor) ? cursor : refuse('cursor_invalid')
}

export const nextOrderCursor = (rows: readonly { id: string }[], more: boolean): string | null =>
  more ? (rows.at(-1)?.id ?? null) : null
