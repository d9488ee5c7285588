import { price } from '../src/formats.ts'
import { type MessageKey, type Places, say } from '../src/messages.ts'
import en from '../src/messages/en.json' with { type: 'json' }
import fr from '../src/messages/fr.json' with { type: 'json' }

/** The words that a French page shows. */
export const m = (key: MessageKey, places?: Places): string => say(fr, 'fr', key, places)
/** The words that an English page shows. */
export const inEnglish = (key: MessageKey, places?: Places): string => say(en, 'en', key, places)
/** An amount as a French page shows it. */
export const euros = (cents: number): string => price('fr', cents, 'EUR')
