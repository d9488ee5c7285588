import { problem } from '../problem.ts'

export const supportProblems = {
  thread_not_found: problem('missing', {
    en: () => 'This conversation does not exist.',
    fr: () => 'Cette conversation n’existe pas.',
  }),
  saved_answer_not_found: problem('missing', {
    en: () => 'This saved answer does not exist.',
    fr: () => 'Cette réponse enregistrée n’existe pas.',
  }),
  saved_answers_full: problem('conflict', {
    en: (of: { most: number }) => `There are already ${of.most} saved answers. Please remove one first.`,
    fr: (of) => `Il y a déjà ${of.most} réponses enregistrées. Merci d’en retirer une d’abord.`,
  }),
  thread_closed: problem('conflict', {
    en: () => 'This conversation is closed. A message from the customer opens it again.',
    fr: () => 'Cette conversation est close. Un message du client la rouvre.',
  }),
}
