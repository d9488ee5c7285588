import type { Locale } from '@comptoir/domain'

/** What can go wrong before a procedure is reached: its status and words. Every other no comes from the catalog of refusals. */
export const wireProblems = {
  body_unreadable: {
    status: 400,
    words: {
      fr: 'Le corps de la requête n’est pas du JSON lisible.',
      en: 'The body of the request is not readable JSON.',
    },
  },
  origin_refused: {
    status: 403,
    words: {
      fr: 'La page d’une autre origine ne peut rien changer ici.',
      en: 'A page of another origin may not change anything here.',
    },
  },
  route_not_found: {
    status: 404,
    words: { fr: 'Rien ne répond à cette adresse ; voyez /docs.', en: 'Nothing answers at this address; see /docs.' },
  },
  method_not_allowed: {
    status: 405,
    words: {
      fr: 'Cette adresse ne connaît pas cette méthode ; l’en-tête Allow dit lesquelles.',
      en: 'This address does not know this method; the Allow header says which it knows.',
    },
  },
  body_too_large: {
    status: 413,
    words: { fr: 'Le corps de la requête est trop grand.', en: 'The body of the request is too large.' },
  },
  media_type_refused: {
    status: 415,
    words: { fr: 'Envoyez du JSON : content-type application/json.', en: 'Send JSON: content-type application/json.' },
  },
  unexpected: {
    status: 500,
    words: {
      fr: 'Une erreur est survenue de notre côté. Rien n’a été perdu.',
      en: 'Something went wrong on our side. Nothing was lost.',
    },
  },
} as const satisfies Record<string, { status: number; words: Record<Locale, string> }>

export type WireProblem = keyof typeof wireProblems
