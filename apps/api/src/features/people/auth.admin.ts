import * as people from '@comptoir/db/stores/people'
import { refuse } from '@comptoir/domain'
import {
  AcceptInviteInput,
  ChangePasswordInput,
  EndOtherSessionsInput,
  EndSessionInput,
  LoginInput,
  LogoutInput,
  OwnSessionsInput,
  ProfileInput,
  UpdateProfileInput,
} from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { anyone, signedIn } from '../../trpc.ts'
import { acceptInvite } from './accept-invite.ts'
import { changePassword } from './change-password.ts'
import { endOtherSessions } from '../../services/sessions.ts'
import { endOwnSession, listOwnSessions } from './own-sessions.ts'
import { DoneView, ProfileView, profileView } from './profile-view.ts'
import { SessionView } from './session-view.ts'
import { OpenSessionsView, openSessionsView } from './sessions-view.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { handOver } from './start-session.ts'
import { updateProfile } from './update-profile.ts'

/** Sign-in, profile and sessions, as both doors have them; at the console's, sign-in is for staff. */
export const authForBoth = {
  login: anyone
    .input(LoginInput)
    .output(SessionView)
    .mutation(async ({ ctx, input }) => handOver(ctx, await signIn(ctx, input))),

  logout: anyone
    .input(LogoutInput)
    .output(DoneView)
    .mutation(async ({ ctx }) => {
      await signOut(ctx)
      return { done: true } as const
    }),

  profile: signedIn
    .input(ProfileInput)
    .output(ProfileView)
    .query(async ({ ctx }) => profileView((await people.find(ctx.db.read, ctx.user.id)) ?? refuse('sign_in_first'))),

  updateProfile: signedIn
    .input(UpdateProfileInput)
    .output(ProfileView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'auth.updateProfile', input, async (tx) => profileView(await updateProfile(tx, ctx.user.id, input))),
    ),

  changePassword: signedIn
    .input(ChangePasswordInput)
    .output(SessionView)
    .mutation(async ({ ctx, input }) => handOver(ctx, await changePassword(ctx, input))),

  sessions: signedIn
    .input(OwnSessionsInput)
    .output(OpenSessionsView)
    .query(async ({ ctx }) =>
      openSessionsView(await listOwnSessions(ctx.db.read, ctx.user.id, ctx.clock()), ctx.user.sessionId),
    ),

  /** Ends one of the caller's sessions; one that is not theirs, or over, is as good as ended. */
  endSession: signedIn
    .input(EndSessionInput)
    .output(OpenSessionsView)
    .mutation(async ({ ctx, input }) => {
      const { ended, view } = await change(ctx, 'auth.endSession', input, async (tx, { now }) => ({
        ended: await endOwnSession(tx, ctx.user, input.id),
        view: openSessionsView(await listOwnSessions(tx, ctx.user.id, now), ctx.user.sessionId),
      }))
      if (ended && ctx.user.sessionKind === 'cookie') ctx.reply.clearCookie('session')
      return view
    }),

  /** Ends every session of the caller but the one that calls. */
  endOtherSessions: signedIn
    .input(EndOtherSessionsInput)
    .output(OpenSessionsView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'auth.endOtherSessions', input, async (tx, { now }) => {
        await endOtherSessions(tx, ctx.user.id, ctx.user.sessionId)
        return openSessionsView(await listOwnSessions(tx, ctx.user.id, now), ctx.user.sessionId)
      }),
    ),
} satisfies TRPCRouterRecord

/** The same at the console, and the door for a new colleague. */
export const authForConsole = {
  ...authForBoth,

  /** Refuses: link_not_found, password_too_short, password_too_common, too_many_requests. */
  acceptInvite: anyone
    .input(AcceptInviteInput)
    .output(SessionView)
    .mutation(async ({ ctx, input }) => handOver(ctx, await acceptInvite(ctx, input))),
} satisfies TRPCRouterRecord
