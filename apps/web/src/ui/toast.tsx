import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'

interface Toast {
  no: number
  content: ReactNode
}
type Tell = (content: ReactNode) => void

const Telling = createContext<Tell>(() => undefined)
const shownMs = 6000

/** Short news at the foot of the page, read aloud, gone by itself. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const last = useRef(0)
  const tell = useCallback<Tell>((content) => {
    const no = ++last.current
    setToasts((before) => [...before.slice(-2), { no, content }])
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.no !== no)), shownMs)
  }, [])
  return (
    <Telling value={tell}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ no, content }) => (
          <div key={no} className="toast">
            {content}
          </div>
        ))}
      </div>
    </Telling>
  )
}

export const useToast = (): Tell => useContext(Telling)
