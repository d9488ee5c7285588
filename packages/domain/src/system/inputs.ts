import { NoInput } from '../input-kinds.ts'

export const SystemInput = NoInput
export const CheckBooksInput = NoInput
