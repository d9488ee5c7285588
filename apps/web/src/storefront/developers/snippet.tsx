/** Code to copy: it scrolls by itself where it is wider than the page, also by keyboard. */
export const Snippet = ({ code, label }: { code: string; label: string }) => (
  <pre className="snippet" tabIndex={0} role="region" aria-label={label} translate="no">
    <code>{code}</code>
  </pre>
)
