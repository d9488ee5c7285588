import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import vm from 'node:vm'
import { EdgeVM } from '@edge-runtime/vm'
import { build } from 'esbuild'
import { beforeAll, expect, inject, test } from 'vitest'
import { addProduct } from '../../../apps/api/src/testing-orders.ts'
import { openTestServer } from '../src/testing.ts'
import { roomOf } from './testing-outsider.ts'

let script = ''

/** The outsider's program with the packed client in one file, as a bundler makes it for pages: anything of Node would end the build. */
beforeAll(async () => {
  const room = await roomOf(inject('outsider'), 'runtimes')
  await copyFile(path.join(import.meta.dirname, 'use-client.ts'), path.join(room, 'use-client.ts'))
  const { outputFiles } = await build({
    ...{ entryPoints: [path.join(room, 'use-client.ts')], bundle: true, platform: 'browser', write: false },
    ...{ format: 'iife', globalName: 'program', logLevel: 'silent' },
  })
  script = outputFiles[0]?.text ?? ''
})

/** What browsers have, and no more: no process, no Buffer, no require. */
const browserGlobals = () => ({
  ...{ fetch, Headers, Request, Response, URL, URLSearchParams, AbortController, AbortSignal, DOMException },
  ...{
    TextDecoder,
    TextEncoder,
    ReadableStream,
    TransformStream,
    crypto,
    setTimeout,
    clearTimeout,
    Event,
    EventTarget,
  },
})

const told = [
  'The total went from 1689 to 1690 EUR.',
  'declined: insufficient_funds',
  'paid 1690 EUR',
  'live: paid',
  'order paid',
]

test.each([
  ['with nothing but what a browser has', () => vm.createContext(browserGlobals())],
  ['in an edge runtime', () => new EdgeVM().context],
])('the client buys something and follows its order %s', async (_, open) => {
  await using server = await openTestServer()
  await addProduct(server.shop)
  const context: vm.Context = open()
  vm.runInContext(script, context)
  const said = (await vm.runInContext(`program.buySomething(${JSON.stringify(server.url)})`, context)) as string[]
  expect(told.filter((line) => said.includes(line))).toEqual(told)
})
