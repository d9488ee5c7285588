import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { repoRoot } from '@comptoir/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const { resolve } = createRequire(import.meta.url)
const packed = promisify(gzip)

interface Asset {
  type: string
  read: () => Promise<string | Buffer>
}
const script = 'text/javascript; charset=utf-8'
const ofPackage = (file: string) => () => readFile(resolve(file))

// Its package carries the page's script as a text inside a Fastify plugin: it is asked once, by a server that listens nowhere.
async function scalarScript(): Promise<string> {
  const { default: fastify } = await import('fastify')
  const { default: reference } = await import('@scalar/fastify-api-reference')
  const inner = fastify()
  await inner.register(reference, { routePrefix: '/reference', configuration: { url: '/openapi.json' } })
  const { body } = await inner.inject('/reference/js/scalar.js')
  await inner.close()
  return body
}

// The mark at its foot is a picture on its maker's server: no page of ours asks another host for anything.
async function redocScript(): Promise<string> {
  const text = await readFile(resolve('redoc/bundles/redoc.standalone.js'), 'utf8')
  return text.replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,')
}

const start = {
  swagger: `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, tryItOutEnabled: true, validatorUrl: null, persistAuthorization: false, docExpansion: 'list' })`,
  redoc: `Redoc.init('/openapi.json', { disableSearch: false, hideDownloadButton: false, theme: { typography: { fontFamily: 'system-ui, sans-serif', headings: { fontFamily: 'system-ui, sans-serif' }, code: { fontFamily: 'ui-monospace, monospace' } } } }, document.getElementById('page'))`,
  scalar: `Scalar.createApiReference('#page', { url: '/openapi.json', withDefaultFonts: false, telemetry: false, hideClientButton: true, showDeveloperTools: 'never', agent: { disabled: true }, mcp: { disabled: true } })`,
}
const inline = (text: string) => async () => `${text}\n`

/** Everything that the three pages load, under `/api-pages/`. */
const assets: Record<string, Asset> = {
  'swagger-ui.js': { type: script, read: ofPackage('swagger-ui-dist/swagger-ui-bundle.js') },
  'swagger-ui.css': { type: 'text/css; charset=utf-8', read: ofPackage('swagger-ui-dist/swagger-ui.css') },
  'swagger-start.js': { type: script, read: inline(start.swagger) },
  'redoc.js': { type: script, read: redocScript },
  'redoc-start.js': { type: script, read: inline(start.redoc) },
  'scalar.js': { type: script, read: scalarScript },
  'scalar-start.js': { type: script, read: inline(start.scalar) },
  'openapi.json': {
    type: 'application/json; charset=utf-8',
    read: () => readFile(path.join(repoRoot(), 'docs/openapi.json')),
  },
}

const page = (title: string, scripts: readonly string[], styles: readonly string[] = []) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${styles.map((style) => `<link rel="stylesheet" href="/api-pages/${style}">`).join('\n')}
</head>
<body>
<div id="page"></div>
${scripts.map((name) => `<script src="/api-pages/${name}"></script>`).join('\n')}
</body>
</html>
`
const pages = {
  '/docs': page('Comptoir API', ['swagger-ui.js', 'swagger-start.js'], ['swagger-ui.css']),
  '/redoc': page('Comptoir API: reading', ['redoc.js', 'redoc-start.js']),
  '/reference': page('Comptoir API: reference', ['scalar.js', 'scalar-start.js']),
}

// The three write their styles as they run; nothing of theirs may reach another host.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

interface Ready {
  plain: Buffer
  small: Buffer
  etag: string
}
async function ready(read: Asset['read']): Promise<Ready> {
  const plain = Buffer.from(await read())
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, small: await packed(plain), etag }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type }: Pick<Asset, 'type'>,
  { plain, small, etag }: Ready,
) {
  void reply.header('cache-control', 'no-cache').header('etag', etag).header('vary', 'accept-encoding').type(type)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain)
  return reply.header('content-encoding', 'gzip').send(small)
}

/**
 * The document at `/openapi.json` and three ways to read it: `/docs` (Swagger UI, to try calls), `/redoc` and `/reference` (Scalar).
 * All from this server; each file is read and packed when it is first asked for.
 */
export function mountApiPages(app: FastifyInstance): void {
  const kept = new Map<string, Promise<Ready>>()
  const readOnce = (name: string, { read }: Asset): Promise<Ready> => {
    const known = kept.get(name) ?? ready(read)
    kept.set(name, known)
    known.catch(() => kept.delete(name))
    return known
  }
  const serve = (name: string, asset: Asset) => async (request: FastifyRequest, reply: FastifyReply) =>
    send(request, reply, asset, await readOnce(name, asset))
  for (const [name, asset] of Object.entries(assets))
    app.get(name === 'openapi.json' ? '/openapi.json' : `/api-pages/${name}`, serve(name, asset))
  for (const [url, html] of Object.entries(pages))
    for (const way of [url, `${url}/`])
      app.get(way, (_, reply) =>
        reply
          .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
          .type('text/html; charset=utf-8')
          .send(html),
      )
}
