import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'

interface Toast {
  no: number
  content: ReactNode
  urgent: boolean
}
/** What must be heard at once, as an error, is `urgent`. */
type Tell = (content: ReactNode, how?: { urgent: boolean }) => void

const Telling = createContext<Tell>(() => undefined)
const shownMs = 6000

/** Short news at the foot of the page, read aloud, gone by itself. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const last = useRef(0)
  const tell = useCallback<Tell>((content, { urgent } = { urgent: false }) => {
    const no = ++last.current
    setToasts((before) => [...before.slice(-2), { no, content, urgent }])
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.no !== no)), shownMs)
  }, [])
  return (
    <Telling value={tell}>
      {children}
      <div className="toasts">
        <div className="toasts-heard" role="status">
          {toasts.map(({ no, urgent, content }) => urgent || <Shown key={no}>{content}</Shown>)}
        </div>
        {toasts.map(
          ({ no, urgent, content }) =>
            urgent && (
              <Shown key={no} role="alert">
                {content}
              </Shown>
            ),
        )}
      </div>
    </Telling>
  )
}

const Shown = (props: { role?: 'alert'; children: ReactNode }) => <div {...props} className="toast" />

export const useToast = (): Tell => useContext(Telling)
