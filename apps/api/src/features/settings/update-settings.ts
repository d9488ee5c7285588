import { isDeepStrictEqual } from 'node:util'
import type { Writer } from '@comptoir/db'
import { hold } from '@comptoir/db/stores/locks'
import { readSettings, saveSettings, type ShopSettings } from '@comptoir/db/stores/settings'
import { cents } from '@comptoir/domain'
import { vatOf } from '@comptoir/domain/catalog'
import type { UpdateSettingsInput } from '@comptoir/domain/settings/inputs'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'

/** Changes the shop's settings; documents that were issued keep what they print, the next ones take the new words. */
export async function updateSettings(
  tx: Writer,
  by: StaffCall,
  { shopName, seller, delivery, termsVersion }: UpdateSettingsInput,
  fresh: Fresh,
): Promise<ShopSettings> {
  await hold(tx, 'settings')
  const before = await readSettings(tx)
  const asked: Partial<ShopSettings> = {
    ...(shopName !== undefined && { shopName }),
    ...(seller !== undefined && { seller }),
    ...(termsVersion !== undefined && { termsVersion }),
    ...(delivery !== undefined && {
      delivery: {
        code: before.delivery.code,
        names: delivery.names,
        amountCents: cents(delivery.amountCents),
        vat: vatOf(delivery.vatCategory),
        freeFromCents: delivery.freeFromCents === null ? null : cents(delivery.freeFromCents),
      },
    }),
  }
  const keys = (Object.keys(asked) as (keyof ShopSettings)[]).filter(
    (key) => !isDeepStrictEqual(asked[key], before[key]),
  )
  if (keys.length === 0) return before
  const part = (of: Partial<ShopSettings>) => Object.fromEntries(keys.map((key) => [key, of[key]]))
  await saveSettings(tx, part(asked))
  const deed = { action: 'settings.update', subjectId: 'settings', before: part(before), after: part(asked) }
  await noteDeed(tx, by, deed, fresh)
  return { ...before, ...asked }
}
