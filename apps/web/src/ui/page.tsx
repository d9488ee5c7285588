import { createContext, type ReactNode, useContext } from 'react'

/** How much is new, for the title of the tab. */
export const NewsCount = createContext(0)

/** The document's title; React carries it into the head. */
export function Title({ children }: { children: string }) {
  const news = useContext(NewsCount)
  return <title>{`${news > 0 ? `(${news}) ` : ''}${children} · Comptoir`}</title>
}

interface Props {
  title: string
  /** Shown on the line of the title, at its right. */
  aside?: ReactNode
  lead?: ReactNode
  className?: string
  children: ReactNode
}

/** A page with its one heading. */
export const Page = ({ title, aside, lead, className = '', children }: Props) => (
  <div className={`page ${className}`}>
    <Title>{title}</Title>
    <header className="page-head">
      <h1>{title}</h1>
      {aside}
      {lead && <p className="page-lead">{lead}</p>}
    </header>
    {children}
  </div>
)
