import type { Locale } from '@comptoir/domain'
import type { TRPCError } from '@trpc/server'
import * as z from 'zod'

const speak = { fr: z.locales.fr().localeError, en: z.locales.en().localeError }

/** The wrong fields of a refused input, each with its path and words in the caller's language; null when it is no such error. */
export function fieldsOf(error: TRPCError, locale: Locale): { path: string; message: string }[] | null {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof z.core.$ZodError)) return null
  return error.cause.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
    const words = speak[locale]({ ...issue, input: undefined })
    return { path: path.join('.'), message: (typeof words === 'string' ? words : words?.message) ?? issue.message }
  })
}
