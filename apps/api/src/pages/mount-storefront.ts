import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { cookieName, createContext } from '../request-context.ts'
import { callShop } from './call-shop.ts'
import { mountForms } from './forms.ts'
import { type KeptPage, keepPages, type Moved } from './kept-pages.ts'
import type { PageRenderer } from './page-renderer.ts'

const brotli = promisify(brotliCompress)

/** Pages that anonymous readers see alike: home, the list, a product, the legal texts. */
const alike = /^\/(?:fr|en)(?:\/?|\/products(?:\/[^/?]+)?|\/legal\/[^/?]+)(?:\?|$)/

const languagesOf = ({ headers }: FastifyRequest): string[] =>
  (headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((one) => one.trim())

const encodingOf = ({ headers }: FastifyRequest): 'br' | 'gzip' | null =>
  /\bbr\b/.exec(headers['accept-encoding'] ?? '')
    ? 'br'
    : /\bgzip\b/.exec(headers['accept-encoding'] ?? '')
      ? 'gzip'
      : null

function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
  void reply
    .code(page.status)
    .headers({ 'cache-control': 'public, max-age=0, s-maxage=30, stale-while-revalidate=60', etag: page.etag })
    .header('vary', 'accept-encoding, cookie')
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  const encoding = encodingOf(request)
  if (encoding !== null) void reply.header('content-encoding', encoding)
  return reply.type('text/html; charset=utf-8').send(encoding === null ? page.html : page[encoding])
}

async function sendOwn(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, html }: { status: number; html: string },
): Promise<FastifyReply> {
  void reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', vary: 'accept-encoding' })
  if (encodingOf(request) !== 'br') return reply.send(html)
  // Quality 4 costs tens of microseconds a page; the default of 11 costs milliseconds.
  const bytes = await brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  return reply.header('content-encoding', 'br').send(bytes)
}

const sendMoved = (reply: FastifyReply, { status, location }: Moved): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(location, status)

/** Answers pages of the storefront: kept ones for readers without a cart or an account, made for one reader otherwise. */
export async function storefrontPages(
  app: FastifyInstance,
  services: Services,
  renderer: PageRenderer,
  publicUrl: URL,
) {
  const kept = keepPages(services.events, services.clock)
  app.addHook('onClose', async () => kept.stop())
  const personal = ({ cookies, headers }: FastifyRequest) =>
    headers.authorization !== undefined ||
    (['session', 'cart', 'orders'] as const).some((name) => cookies[cookieName(name, services.secure)])
  const render = async (request: FastifyRequest, reply: FastifyReply, href: string, told?: string) => {
    const locale = href.startsWith('/en') ? ('en' as const) : ('fr' as const)
    const ctx = { ...(await createContext(services, 'shop', request, reply)), locale }
    return renderer.render({
      ...{ href, origin: publicUrl.origin, languages: languagesOf(request) },
      ...(told !== undefined && { told }),
      call: (call) => callShop(ctx, call),
    })
  }
  await mountForms(app, services, async (request, reply, { href, told, status }) => {
    const page = await render(request, reply, href, told)
    void reply.header('content-security-policy', renderer.policy)
    return 'location' in page ? sendMoved(reply, page) : sendOwn(request, reply, { ...page, status })
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    void reply.header('content-security-policy', renderer.policy)
    if (!personal(request) && alike.test(request.url)) {
      const page = await kept.get(request.url, () => render(request, reply, request.url))
      return 'location' in page ? sendMoved(reply, page) : sendKept(request, reply, page)
    }
    const page = await render(request, reply, request.url)
    return 'location' in page ? sendMoved(reply, page) : sendOwn(request, reply, page)
  }
}
