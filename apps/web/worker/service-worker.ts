// The storefront without a network (docs/decisions/0009). Pages come from the shop as long as it answers; /rpc and the console never pass here.
declare const self: ServiceWorkerGlobalScope
/** Put in front by the build (bundle/service-worker.ts): what this release is made of. */
declare const release: { entry: string; files: readonly string[] }

const shell = `comptoir ${release.entry} shell`
const seen = `comptoir ${release.entry} seen`
const mostPictures = 60

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', ({ data, source }) => {
  // A page of this very release needs no other worker; one of before goes on with its own until it is loaded again.
  if (data === release.entry) void self.skipWaiting()
  // A page of ours takes no target either.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  else if (source instanceof Client) source.postMessage('newer')
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (/^\/(?:(?:fr|en)(?:\/.*)?)?$/.test(pathname)) event.respondWith(page(request))
  } else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
  else if (/^\/(?:pictures|media)\//.test(pathname)) event.respondWith(picture(event))
})

/** All of one release or nothing: what answers must be of the release that this worker is of. */
async function install(): Promise<void> {
  const answer = await fetch('/index.html', { cache: 'no-store', credentials: 'omit' })
  const html = await answer.text()
  if (!answer.ok || !html.includes(release.entry)) throw new Error('the shop answers with another release')
  const cache = await caches.open(shell)
  await cache.addAll([...release.files])
  const { headers } = answer
  const policy = headers.get('content-security-policy') ?? ''
  await cache.put(
    '/index.html',
    new Response(html.replace('<html ', '<html data-offline '), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    }),
  )
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('comptoir ') && name !== shell && name !== seen)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The shop's answer; when none comes, the page that is made on the device. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match('/index.html', { cacheName: shell })
    if (kept === undefined) throw error
    return kept
  }
}

/** A file is named after its content, so a kept one is never old. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: shell, ignoreVary: true })
  return kept ?? fetch(request)
}

async function picture(event: FetchEvent): Promise<Response> {
  const { request } = event
  const cache = await caches.open(seen)
  try {
    const answer = await fetch(request)
    if (answer.status === 200) event.waitUntil(keepPicture(cache, request, answer.clone()))
    return answer
  } catch (error) {
    const kept = (await cache.match(request, { ignoreVary: true })) ?? (await otherSize(cache, request.url))
    if (kept === undefined) throw error
    return kept
  }
}

/** The last ones are kept; a full disk keeps none. */
async function keepPicture(cache: Cache, request: Request, answer: Response): Promise<void> {
  try {
    await cache.put(request, answer)
    const pictures = (await cache.keys()).filter(({ url }) => !url.includes('/kept/'))
    for (const old of pictures.slice(0, Math.max(0, pictures.length - mostPictures))) await cache.delete(old)
  } catch {
    // What was shown does not depend on what is kept.
  }
}

async function otherSize(cache: Cache, url: string): Promise<Response | undefined> {
  for (const width of [960, 480, 160]) {
    const kept = await cache.match(url.replace(/-\d+(?=\.(?:avif|webp)$)/, `-${width}`), { ignoreVary: true })
    if (kept) return kept
  }
  return undefined
}
