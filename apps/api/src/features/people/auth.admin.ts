import * as people from '@comptoir/db/stores/people'
import { refuse } from '@comptoir/domain'
import {
  ChangePasswordInput,
  LoginInput,
  LogoutInput,
  ProfileInput,
  UpdateProfileInput,
} from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { anyone, signedIn } from '../../trpc.ts'
import { changePassword } from './change-password.ts'
import { DoneView, ProfileView, profileView } from './profile-view.ts'
import { SessionView } from './session-view.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { handOver } from './start-session.ts'
import { updateProfile } from './update-profile.ts'

/** Sign-in and profile, as both doors have them; at the console's, sign-in is for staff. */
export const authForAdmin = {
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
} satisfies TRPCRouterRecord
