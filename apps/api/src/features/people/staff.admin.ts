import type { Reader } from '@comptoir/db'
import * as staffStore from '@comptoir/db/stores/staff'
import { type Id, refuse } from '@comptoir/domain'
import {
  DisableColleagueInput,
  InviteColleagueInput,
  SetRoleInput,
  StaffLinkInput,
  StaffListInput,
} from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import type * as z from 'zod'
import { change } from '../../change.ts'
import { staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { changeStanding } from './change-standing.ts'
import { inviteColleague, linkSeed, linkToken, renewLink } from './invite-colleague.ts'
import { type ColleagueView, colleagueView, StaffLinkView, StaffListView } from './staff-view.ts'

type Page = z.infer<typeof StaffListInput>
const listed = async (db: Reader, callerId: Id<'user'>, asked: Page): Promise<StaffListView> => {
  const { rows, nextCursor } = await staffStore.list(db, asked)
  return { items: rows.map((row) => colleagueView(row, callerId)), nextCursor }
}
const firstPage = (db: Reader, callerId: Id<'user'>) => listed(db, callerId, StaffListInput.parse(undefined))
const colleague = async (db: Reader, callerId: Id<'user'>, id: Id<'user'>): Promise<ColleagueView> =>
  colleagueView((await staffStore.find(db, id)) ?? refuse('colleague_not_found'), callerId)

/** Who may enter the console, in the hands of admins. */
export const staffForAdmin = {
  /** In the order of their arrival. Refuses: cursor_invalid. */
  list: staff
    .input(StaffListInput)
    .output(StaffListView)
    .query(({ ctx, input }) => listed(ctx.db.read, ctx.user.id, input)),

  /** A new colleague with a one-time link, good for a day. Refuses: not_allowed, email_in_use. */
  invite: staff
    .input(InviteColleagueInput)
    .output(StaffLinkView)
    .mutation(async ({ ctx, input }) => {
      const seed = linkSeed(ctx)
      const passwordHash = await ctx.passwords.hash(Buffer.from(ctx.random(32)).toString('base64url'))
      const invited = await change(ctx, 'staff.invite', input, async (tx, fresh) => {
        const id = await inviteColleague(tx, staffCall(ctx), input, { fresh, seed, passwordHash })
        return colleague(tx, ctx.user.id, id)
      })
      return { token: linkToken(seed, invited.id), colleague: invited }
    }),

  /** Refuses: not_allowed, own_standing, colleague_not_found. */
  resetLink: staff
    .input(StaffLinkInput)
    .output(StaffLinkView)
    .mutation(async ({ ctx, input }) => {
      const seed = linkSeed(ctx)
      const known = await change(ctx, 'staff.resetLink', input, async (tx, fresh) =>
        colleague(tx, ctx.user.id, await renewLink(tx, staffCall(ctx), input.id, { fresh, seed })),
      )
      return { token: linkToken(seed, known.id), colleague: known }
    }),

  /** Answers the first page of the list. Refuses: not_allowed, own_standing, colleague_not_found. */
  setRole: staff
    .input(SetRoleInput)
    .output(StaffListView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'staff.setRole', input, async (tx, fresh) => {
        await changeStanding(tx, staffCall(ctx), { ...input, action: 'staff.setRole' }, fresh)
        return firstPage(tx, ctx.user.id)
      }),
    ),

  /** Closes a colleague's access, or opens it again with `disabled: false`. Refuses: not_allowed, own_standing, colleague_not_found. */
  disable: staff
    .input(DisableColleagueInput)
    .output(StaffListView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'staff.disable', input, async (tx, fresh) => {
        await changeStanding(tx, staffCall(ctx), { ...input, action: 'staff.disable' }, fresh)
        return firstPage(tx, ctx.user.id)
      }),
    ),
} satisfies TRPCRouterRecord
