import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { cookieName, createContext } from '../request-context.ts'
import { callShop } from './call-shop.ts'
import { mountForms } from './forms.ts'
import { keepPages, type MadePage, type Moved } from './kept-pages.ts'
import type { Page, PageRenderer } from './page-renderer.ts'
import { sendKept, sendMoved, sendOwn } from './send-page.ts'

/** Pages that anonymous readers see alike: home, the list, a product, the legal texts. */
const alike = /^\/(?:fr|en)(?:\/?|\/products(?:\/[^/?]+)?|\/legal\/[^/?]+)(?:\?|$)/

const languagesOf = ({ headers }: FastifyRequest): string[] =>
  (headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((one) => one.trim())

const personalCookies = ['session', 'cart', 'orders'] as const
/** What a program says instead: whatever `createContext` tells callers apart by. */
const personalHeaders = ['authorization', 'cart-token', 'order-access', 'preview-token'] as const

/** A page drawn to its end, to be kept. */
async function whole(page: Page | Moved): Promise<MadePage> {
  if ('location' in page) return page
  const pieces: string[] = []
  for await (const piece of page.pieces()) pieces.push(piece)
  return { status: page.status, html: pieces.join('') }
}

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
    personalHeaders.some((name) => headers[name] !== undefined) ||
    personalCookies.some((name) => cookies[cookieName(name, services.secure)])
  const open = async (request: FastifyRequest, reply: FastifyReply, href: string, told?: string) => {
    const locale = href.startsWith('/en') ? ('en' as const) : ('fr' as const)
    const ctx = { ...(await createContext(services, 'shop', request, reply)), locale }
    return renderer.open({
      ...{ href, origin: publicUrl.origin, languages: languagesOf(request) },
      ...(told !== undefined && { told }),
      call: (call) => callShop(ctx, call),
    })
  }
  const send = (request: FastifyRequest, reply: FastifyReply, page: Page | Moved) =>
    'location' in page
      ? sendMoved(reply, page)
      : sendOwn(request, reply, page, (err) =>
          services.log.error({ err, requestId: request.id }, 'a page could not be drawn'),
        )
  await mountForms(app, services, async (request, reply, { href, told, status }) => {
    const page = await open(request, reply, href, told)
    return send(request, reply, 'location' in page ? page : { ...page, status })
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!personal(request) && alike.test(request.url)) {
      const page = await kept.get(request.url, async () => whole(await open(request, reply, request.url)))
      return 'location' in page ? sendMoved(reply, page) : sendKept(request, reply, page, renderer.keptPolicy)
    }
    return send(request, reply, await open(request, reply, request.url))
  }
}
