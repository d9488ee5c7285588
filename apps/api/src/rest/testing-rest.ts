import type { TestServer } from '../testing-server.ts'

export interface Answered {
  status: number
  headers: Headers
  type: string
  /** The body as JSON; undefined where there was none. */
  body: unknown
}
interface Said {
  token?: string | undefined
  body?: unknown
  headers?: Record<string, string>
}

/** A program that speaks plain HTTP to the shop's REST surface. */
export const restOf =
  ({ url }: Pick<TestServer, 'url'>) =>
  async (method: string, path: string, { token, body, headers = {} }: Said = {}): Promise<Answered> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      ...{ status: answer.status, headers: answer.headers, type: answer.headers.get('content-type') ?? '' },
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
export type Rest = ReturnType<typeof restOf>

/** A value of an answer by its path: `order.lines.0.id`. Undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    )
}
export const textAt = (value: unknown, path: string): string => String(at(value, path))
