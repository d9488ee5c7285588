import { useEffect, useState } from 'react'

/**
 * Code to copy: it scrolls by itself where it is wider than the page, also by keyboard. Where it names the shop's address, the server knows the
 * public one and the browser the one that was used: the browser's is shown once the page is there.
 */
export function Snippet({ code, label }: { code: string; label: string }) {
  const [there, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  return (
    <pre className="snippet" tabIndex={0} role="region" aria-label={label} translate="no">
      <code key={String(there)} suppressHydrationWarning>
        {code}
      </code>
    </pre>
  )
}
