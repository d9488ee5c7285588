import { problem } from '../problem.ts'

export const supportProblems = {
  thread_not_found: problem('missing', {
    en: () => 'This conversation does not exist.',
    fr: () => 'Cette conversation n’existe pas.',
  }),
  thread_closed: problem('conflict', {
    en: () => 'This conversation is closed. A message from the customer opens it again.',
    fr: () => 'Cette conversation est close. Un message du client la rouvre.',
  }),
}
