/** How long an answer asks to wait by `Retry-After`, in ms: seconds or a date; 0 when it does not say. */
export function waitMsOf(headers: Headers, now = Date.now()): number {
  const said = headers.get('retry-after') ?? ''
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}
