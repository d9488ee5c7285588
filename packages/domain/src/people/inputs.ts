import * as z from 'zod'
import { day, email, id, locale, NoInput, page, paragraphs, secret, words } from '../input-kinds.ts'
import { AddressInput } from '../orders/inputs.ts'
import { scopes } from './scope.ts'
import { staffRoles } from './user.ts'

/** 8 to 128 characters, any character, never cut. SAFETY S-30. */
const newPassword = z.string().min(8).max(128)
const session = z.enum(['cookie', 'token']).default('cookie')

export const RegisterInput = z.strictObject({
  email,
  password: newPassword,
  name: words(100, 0).default(''),
  session,
})
export type RegisterInput = z.infer<typeof RegisterInput>
export const LoginInput = z.strictObject({ email, password: z.string().min(1).max(128), session })
export type LoginInput = z.infer<typeof LoginInput>
/** A guest who just ordered chooses a password; the order's own token proves this one order. */
export const KeepOrderInput = z.strictObject({
  orderId: id('order'),
  accessToken: secret.optional(),
  password: newPassword,
  session,
})
export type KeepOrderInput = z.infer<typeof KeepOrderInput>
export const LogoutInput = NoInput
export const ProfileInput = NoInput
export const MeInput = NoInput
export const UpdateProfileInput = z.strictObject({
  name: words(100, 0).optional(),
  phone: z
    .string()
    .max(30)
    .trim()
    .regex(/^(?:\+?[0-9][0-9 .-]{5,28})?$/)
    .optional(),
  locale: locale.optional(),
})
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>
export const ChangePasswordInput = z.strictObject({ current: z.string().min(1).max(128), next: newPassword })
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>
export const ExportAccountInput = NoInput
/** To erase an account needs the password again: an open browser is not enough. */
export const EraseAccountInput = z.strictObject({ password: z.string().min(1).max(128) })
export type EraseAccountInput = z.infer<typeof EraseAccountInput>
export const OwnSessionsInput = NoInput
export const EndSessionInput = z.strictObject({ id: id('session') })
export const EndOtherSessionsInput = NoInput

export const AddressesInput = NoInput
/** Without `id` a new address, with it that one, changed as a whole. */
export const SaveAddressInput = z.strictObject({
  ...AddressInput.shape,
  id: id('address').optional(),
  isDefault: z.boolean().default(false),
})
export type SaveAddressInput = z.infer<typeof SaveAddressInput>
export const AddressIdInput = z.strictObject({ id: id('address') })

/** `search` is the beginning of a name or an e-mail. */
export const CustomersInput = z.strictObject({ ...page, search: words(100, 0).optional() })
export const CustomerIdInput = z.strictObject({ id: id('user') })
export const AddCustomerNoteInput = z.strictObject({ id: id('user'), body: paragraphs(2000) })
export type AddCustomerNoteInput = z.infer<typeof AddCustomerNoteInput>

const staffRole = z.enum(staffRoles)
/** As many on a page as a shop seldom has. */
export const StaffListInput = z
  .strictObject({ ...page, limit: z.int().min(1).max(100).default(100) })
  .default({ limit: 100 })
export const InviteColleagueInput = z.strictObject({ email, name: words(100, 0).default(''), role: staffRole })
export type InviteColleagueInput = z.infer<typeof InviteColleagueInput>
export const SetRoleInput = z.strictObject({ id: id('user'), role: staffRole })
export type SetRoleInput = z.infer<typeof SetRoleInput>
export const DisableColleagueInput = z.strictObject({ id: id('user'), disabled: z.boolean().default(true) })
export type DisableColleagueInput = z.infer<typeof DisableColleagueInput>
export const StaffLinkInput = z.strictObject({ id: id('user') })
/** An empty name keeps the one that is known. */
export const AcceptInviteInput = z.strictObject({
  token: secret,
  name: words(100, 0).default(''),
  password: z.string().min(12).max(128),
  session,
})
export type AcceptInviteInput = z.infer<typeof AcceptInviteInput>
export const AuditInput = z.strictObject({
  ...page,
  actorId: id('user').optional(),
  action: words(60).optional(),
  subjectId: words(60).optional(),
  from: day.optional(),
  to: day.optional(),
})

const newToken = {
  name: words(60),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .max(scopes.length)
    .refine((list) => new Set(list).size === list.length, { message: 'each scope once' }),
  /** Its last day, in the shop's time zone. */
  endsOn: day,
  /** Of whoever asks: making a token needs the password again (SAFETY S-40). */
  password: z.string().min(1).max(128),
}
export const TokensInput = NoInput
export const CreateTokenInput = z.strictObject(newToken)
export type CreateTokenInput = z.infer<typeof CreateTokenInput>
export const TokenIdInput = z.strictObject({ id: id('token') })
export const AppsInput = NoInput
export const CreateAppInput = z.strictObject({ name: words(60), role: staffRole })
export type CreateAppInput = z.infer<typeof CreateAppInput>
export const CreateAppTokenInput = z.strictObject({ appId: id('user'), ...newToken })
export type CreateAppTokenInput = z.infer<typeof CreateAppTokenInput>
export const AppRoleInput = z.strictObject({ id: id('user'), role: staffRole })
export const CloseAppInput = z.strictObject({ id: id('user'), closed: z.boolean().default(true) })
