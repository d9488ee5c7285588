import * as z from 'zod'
import { email, id, locale, NoInput, secret, words } from '../input-kinds.ts'
import { AddressInput } from '../orders/inputs.ts'

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
