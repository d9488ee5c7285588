import { type ShopRouter, shopLinks, type Tokens } from '@comptoir/client'
import { createTRPCReact } from '@trpc/react-query'

const url = document.querySelector<HTMLMetaElement>('meta[name=shop]')?.content ?? ''
/** The guest's cart token is written here by the client; a real app would store the object. */
const tokens: Tokens = {}

export const shop = createTRPCReact<ShopRouter>()
export const client = shop.createClient({ links: shopLinks({ url, tokens, locale: 'en' }) })
