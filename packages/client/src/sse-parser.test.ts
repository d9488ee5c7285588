import { expect, test } from 'vitest'
import { type SseEvent, sseParser } from './sse-parser.ts'

function parse(pieces: string[]): SseEvent[] {
  const events: SseEvent[] = []
  const feed = sseParser('', (event) => events.push(event))
  for (const piece of pieces) feed(piece)
  return events
}

const stream =
  ': hello\r\nevent: ping\r\ndata:\r\n\r\ndata: {"a":1}\nid: 7\n\n\n\ndata: two\rdata:  lines\rid: 8\r\rdata: cut\nid: 9\n'

test('a stream is read the same wherever it is cut into pieces', () => {
  const whole = parse([stream])
  expect(whole).toEqual([
    { type: 'ping', data: '', lastEventId: '' },
    { type: 'message', data: '{"a":1}', lastEventId: '7' },
    { type: 'message', data: 'two\n lines', lastEventId: '8' },
  ])
  for (let first = 0; first <= stream.length; first++)
    for (let second = first; second <= stream.length; second++)
      expect(parse([stream.slice(0, first), stream.slice(first, second), stream.slice(second)])).toEqual(whole)
})

test('an event without its end is not told, so that it comes again whole', () => {
  expect(parse(['data: 1\nid: 1\n\ndata: 2\nid: 2\n'])).toEqual([{ type: 'message', data: '1', lastEventId: '1' }])
})
