import { readSettings } from '@comptoir/db/stores/settings'
import { SettingsInput, UpdateSettingsInput } from '@comptoir/domain/settings/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { SettingsView, settingsView } from './settings-view.ts'
import { updateSettings } from './update-settings.ts'

/** The shop's settings, in the hands of admins. */
export const settingsForAdmin = {
  get: staff
    .input(SettingsInput)
    .output(SettingsView)
    .query(async ({ ctx }) => settingsView(await readSettings(ctx.db.read))),

  update: staff
    .input(UpdateSettingsInput)
    .output(SettingsView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'settings.update', input, async (tx, fresh) =>
        settingsView(await updateSettings(tx, staffCall(ctx), input, fresh)),
      ),
    ),
} satisfies TRPCRouterRecord
