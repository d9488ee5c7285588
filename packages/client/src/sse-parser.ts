/** One event of a stream of server-sent events. */
export interface SseEvent {
  type: string
  data: string
  lastEventId: string
}

/**
 * Reads the text of an event stream piece by piece and tells each event when it is complete: an event that was cut is not told, and its
 * id is not remembered.
 */
export function sseParser(lastEventId: string, tell: (event: SseEvent) => void): (text: string) => void {
  let rest = ''
  let id = lastEventId
  let type = ''
  let data: string[] = []

  const dispatch = () => {
    if (data.length > 0) tell({ type: type || 'message', data: data.join('\n'), lastEventId: id })
    type = ''
    data = []
  }
  const line = (text: string) => {
    if (text === '') return dispatch()
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + (text[colon + 1] === ' ' ? 2 : 1))
    if (field === 'data') data.push(value)
    if (field === 'event') type = value
    if (field === 'id' && !value.includes('\0')) id = value
  }
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const each of lines) line(each)
  }
}
