import { Agent, request } from 'node:http'
import type { Sent } from './wire.ts'

/** What came back; status 0 where the line was cut by us before an answer. */
export interface Came {
  status: number
  type: string
  text: string
  /** From the first byte sent to the last one read. */
  ms: number
}

/** A longer body is refused before it was read, and its line closed. */
const mostBody = 256 * 1024
const nothing = { status: 0, type: '', text: '' }

/** Sends requests one after the other over kept connections. */
export function lineTo(url: string) {
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  const { hostname, port } = new URL(url)
  const once = (sent: Sent, agent: Agent | false) =>
    new Promise<Came>((resolve, reject) => {
      const begun = performance.now()
      const { method, path, body, cutAfter } = sent
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const headers = { ...sent.headers, ...length }
      const asked = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = []
        const type = answer.headers['content-type'] ?? ''
        const done = () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: answer.statusCode ?? 0, type, text, ms: performance.now() - begun })
        }
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          // A stream has no end of its own.
          if (!type.startsWith('text/event-stream')) return
          done()
          asked.destroy()
        })
        answer.on('end', done).on('error', done)
      })
      asked.on('error', (error) => {
        if (cutAfter !== null || (body?.length ?? 0) > mostBody) resolve({ ...nothing, ms: performance.now() - begun })
        // The shop may close a kept line in the moment in which it is used again.
        else if (asked.reusedSocket) resolve(once(sent, false))
        else reject(new Error(`no answer to ${JSON.stringify(sent).slice(0, 3000)}`, { cause: error }))
      })
      if (body === null) return void asked.end()
      if (cutAfter === null) return void asked.end(body)
      const part = Buffer.from(body).subarray(0, cutAfter)
      // An empty part is the head alone.
      asked.flushHeaders()
      asked.write(part, () => asked.destroy())
    })
  return { close: () => kept.destroy(), send: (sent: Sent) => once(sent, kept) }
}
