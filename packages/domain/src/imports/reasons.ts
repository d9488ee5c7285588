import type { Locale } from '../problem.ts'

type Reason = Readonly<Record<Locale, string>>
const unfinishedQuote = {
  fr: 'des guillemets y sont ouverts et jamais fermés',
  en: 'a quote is opened in it and never closed',
}
const oddQuote = { fr: 'des guillemets y sont mal placés', en: 'a quote stands in it where none may be' }
const noServer = { fr: 'aucun serveur ne porte ce nom', en: 'no server has that name' }
const silent = { fr: 'le serveur ne répond pas', en: 'the server does not answer' }
const hungUp = { fr: 'le serveur a coupé la ligne', en: 'the server hung up' }
const untrusted = { fr: 'le certificat du serveur n’est pas valable', en: 'the server’s certificate is not valid' }

/** What a reader of CSV or the network calls by a code. */
const reasons = new Map<string, Reason>(
  Object.entries({
    CSV_QUOTE_NOT_CLOSED: unfinishedQuote,
    CSV_INVALID_CLOSING_QUOTE: oddQuote,
    INVALID_OPENING_QUOTE: oddQuote,
    CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: oddQuote,
    CSV_MAX_RECORD_SIZE: { fr: 'elle est trop longue', en: 'it is too long' },
    ENOTFOUND: noServer,
    EAI_AGAIN: { fr: 'le nom du serveur n’a pas pu être cherché', en: 'the name of the server could not be looked up' },
    ECONNREFUSED: { fr: 'le serveur refuse la connexion', en: 'the server refuses the connection' },
    EHOSTUNREACH: silent,
    ENETUNREACH: silent,
    ETIMEDOUT: silent,
    UND_ERR_CONNECT_TIMEOUT: silent,
    UND_ERR_HEADERS_TIMEOUT: silent,
    ECONNRESET: hungUp,
    EPIPE: hungUp,
    UND_ERR_SOCKET: hungUp,
    CERT_HAS_EXPIRED: untrusted,
    DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
    SELF_SIGNED_CERT_IN_CHAIN: untrusted,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
    ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  }),
)

/** The words for such a code; one that has none is told as it is, for whoever looks it up. */
export const reasonOf = (code: string, locale: Locale): string => reasons.get(code)?.[locale] ?? code
