import type { ReactNode } from 'react'

/** The document's title; React carries it into the head. */
export const Title = ({ children }: { children: string }) => <title>{`${children} · Comptoir`}</title>

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
