import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { speak } from '../../ui/speak.ts'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'

export interface Added {
  variantId: string
  name: string
}
const Showing = createContext<(added: Added) => void>(() => undefined)

// Whoever only looks around loads nothing of the cart.
const DrawerBody = lazy(async () => ({ default: (await import('./drawer-body.tsx')).DrawerBody }))

/** Opens the drawer on what was just added. */
export const useCartDrawer = (): ((added: Added) => void) => useContext(Showing)

/** The shop around its cart drawer. */
export function CartDrawerProvider({ children }: { children: ReactNode }) {
  const { m } = useWords()
  const [added, setAdded] = useState<Added | null>(null)
  const close = useCallback(() => setAdded(null), [])
  useEffect(() => {
    if (added) speak(m('added', { name: added.name }))
  }, [added, m])
  return (
    <Showing value={setAdded}>
      {children}
      <Dialog title={m('cart')} open={added !== null} onClose={close} drawer>
        {added && (
          <Suspense fallback={<Waiting rows={3} />}>
            <DrawerBody added={added} onClose={close} />
          </Suspense>
        )}
      </Dialog>
    </Showing>
  )
}
