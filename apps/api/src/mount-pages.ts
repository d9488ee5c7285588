import { existsSync } from 'node:fs'
import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from './context.ts'
import { mountDevelopers } from './mount-developers.ts'
import { mountMedia } from './mount-media.ts'
import { mountManifest } from './pages/manifest.ts'
import { openPageRenderer } from './pages/page-renderer.ts'
import { storefrontPages } from './pages/mount-storefront.ts'
import { mountSitemap } from './pages/sitemap.ts'
import { answerWireProblem } from './rest/answer-problem.ts'

/** The built pages, the pictures under `/media/`, and the packed client. */
export async function mountPages(
  app: FastifyInstance,
  services: Services,
  { media, publicUrl }: { media: string; publicUrl: URL },
): Promise<void> {
  const root = repoRoot()
  const web = path.join(root, 'apps/web/dist')
  const dist = path.join(root, 'apps/api/dist')
  const week = 7 * 24 * 3600 * 1000
  if (existsSync(web))
    await app.register(fastifyStatic, {
      root: web,
      wildcard: true,
      index: false,
      maxAge: week,
      // Beside each script and style sheet lie its compressed forms, made with the build.
      preCompressed: true,
      setHeaders: (reply, file) => {
        // The service worker of the next release is heard of at once.
        if (file === path.join(web, 'sw.js')) void reply.header('cache-control', 'no-cache')
        if (!file.includes(`${path.sep}assets${path.sep}`)) return
        void reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
      },
    })
  await mountMedia(app, services, { folder: media, decorateReply: !existsSync(web), maxAge: week })
  app.get('/client.tgz', (_, reply) =>
    existsSync(path.join(dist, 'client.tgz'))
      ? reply.type('application/gzip').sendFile('client.tgz', dist)
      : reply.code(404).send({ error: 'the client is not built' }),
  )
  mountDevelopers(app)
  const page = (reply: FastifyReply) =>
    existsSync(path.join(web, 'index.html'))
      ? reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html', web, { maxAge: 0 })
      : reply.code(404).send({ error: 'the pages are not built' })
  mountSitemap(app, services, publicUrl)
  mountManifest(app, services)
  const renderer = await openPageRenderer(path.join(root, 'apps/web'))
  const shopPage = renderer && (await storefrontPages(app, services, renderer, publicUrl))
  const storefront = (request: FastifyRequest, reply: FastifyReply) => shopPage?.(request, reply) ?? page(reply)
  // Pages have routes of their own: else each is looked for among the built files first, and the root is a folder, which answers 403.
  for (const at of ['/', '/fr', '/fr/*', '/en', '/en/*']) app.get(at, storefront)
  for (const at of ['/admin', '/admin/*']) app.get(at, (_, reply) => page(reply))
  app.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://shop')
    // Only a method that no route has comes here from the interface.
    if (/^\/api(?:\/|$)/.test(pathname)) return answerWireProblem(request, reply, 'method_not_allowed')
    return reply.code(404).send({ error: 'nothing lives at this address' })
  })
}
