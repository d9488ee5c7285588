import { type Id, refuse } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import type { Writer } from '../database.ts'

/** Makes an address a product's for ever: one that it leaves still leads to it. Refuses: slug_taken. */
export async function claimSlug(tx: Writer, slug: string, productId: Id<'product'>): Promise<void> {
  const { productSlugs } = tx.tables
  await tx.insert(productSlugs).values({ slug, productId }).onConflictDoNothing()
  const [row] = await tx.select().from(productSlugs).where(eq(productSlugs.slug, slug))
  if (row?.productId !== productId) refuse('slug_taken', { slug })
}
