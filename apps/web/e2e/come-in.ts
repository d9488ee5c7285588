import type { Locale } from '@comptoir/domain'
import type { Page } from 'playwright-core'
import { accounts, type Pictured, type Who } from './pages.ts'
import { wordsIn } from './words.ts'

/** Signs somebody of the demo in, as their own browser would. */
export async function comeIn(page: Page, who: Who): Promise<void> {
  if (who === 'nobody') return
  const { face, ...data } = accounts[who]
  const answer = await page.context().request.post(`/rpc/${face}/auth.login`, { data })
  if (!answer.ok()) throw new Error(`${data.email} could not sign in: ${answer.status()}`)
}

/** Opens a page in a wide window and brings it into the state that is pictured. */
export async function openPictured(page: Page, [, address, prepare]: Pictured, locale: Locale): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  // What the last page had not saved is dropped without a question.
  await page.goto('about:blank')
  await page.goto(address.startsWith('/admin') ? address : `/${locale}${address}`)
  await page.locator('h1').first().waitFor()
  await page.locator('[role=status] .bone').first().waitFor({ state: 'detached' })
  await prepare?.(page, wordsIn(locale))
}

/** Until the page is painted in its new size and colours. */
export const twoFrames = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
