import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Changes one part of a list's address; nothing chosen leaves the part out. */
export function useFilters() {
  const navigate = useNavigate()
  return useCallback(
    (name: string, value: string | true | undefined) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries({ ...before, [name]: value }).filter(([, one]) => one !== undefined),
          ) as never,
      }),
    [navigate],
  )
}
