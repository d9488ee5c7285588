type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** How a procedure is reached over REST: one method on one path. */
export interface Operation {
  method: Method
  /** Under `/api`, or `/api/admin` for the console's; `{id}` is the input's field `id`. */
  path: `/${string}`
  /** One line of the document, in English. */
  summary: string
  description?: string
  /** 200 unless something was made (201) or there is nothing to say (204). */
  status: 200 | 201 | 204
  /** Fields of the input that travel in a header: no secret stands in an address. SAFETY S-53. */
  headers: Readonly<Record<string, string>>
  /** What a field is where the call does not say; wins over the procedure's own default. */
  defaults: Readonly<Record<string, unknown>>
  /** The operation's name where a procedure is reached in two ways. */
  id?: string
}

/** A procedure that answers a stream of events, which REST has no words for: over tRPC's server-sent events only. */
export const streamOnly = []

/** One way to call, written `GET /orders/{id}`. */
export const op = (
  route: `${Method} /${string}`,
  summary: string,
  rest: Partial<Omit<Operation, 'method' | 'path' | 'summary'>> = {},
): Operation => ({
  ...{ method: methodOf(route), path: `/${route.slice(route.indexOf('/') + 1)}`, summary },
  ...{ status: 200, headers: {}, defaults: {} },
  ...rest,
})

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE']
const methodOf = (route: string): Method => methods.find((method) => route.startsWith(`${method} `)) ?? 'GET'

type Names<I> = { [F in keyof I & string]: `${F}.${keyof I[F] & string}` }[keyof I & string]
/** Each procedure of a root with its ways in: one that lacks its row does not compile. */
export type Operations<I> = Record<Names<I>, readonly Operation[]>
