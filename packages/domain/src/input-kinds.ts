import * as z from 'zod'
import { type Id, type IdKind, isId } from './id.ts'
import { locales } from './problem.ts'

/** An id of one kind: an order's id is refused where a cart's is asked for. */
export const id = <K extends IdKind>(kind: K) =>
  z
    .string()
    .max(60)
    .refine((text): text is Id<K> => isId(kind, text), {
      params: { kind },
      message: `expected an id such as ${kind}_…`,
    })

/** A trimmed text with a length in characters; control characters and halves of characters are refused. */
export const words = (most: number, least = 1) =>
  z
    .string()
    .max(most)
    .trim()
    .min(least)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** A longer text that may hold line breaks. */
export const paragraphs = (most: number, least = 1) =>
  z
    .string()
    .max(most)
    .trim()
    .min(least)
    .regex(/^[^\p{Cc}\p{Cs}]*(?:[\n\r\t][^\p{Cc}\p{Cs}]*)*$/u)

export const email = z.string().max(254).trim().pipe(z.email())
export const slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export const amount = z.int().min(0).max(100_000_000_00)
export const quantity = z.int().min(1).max(99)
export const locale = z.enum(locales)
export const secret = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9_-]{20,100}$/)
/** A day of the calendar, YYYY-MM-DD, from 1900 to 2999: beyond, databases disagree on what exists. */
export const day = z
  .string()
  .max(10)
  .regex(/^(?:19|2\d)\d\d-/)
  .pipe(z.iso.date())

/** Where a list goes on, as the last answer gave it; and how many rows, at most 100. */
export const page = {
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(20),
}
/** Where a stream goes on after a cut. */
export const resume = { lastEventId: z.string().max(40).nullish() }

/** For a procedure that needs nothing: still one strict object, so an unknown key is refused. */
export const NoInput = z.strictObject({}).default({})
