import './admin.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { getRouteApi, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { admin } from '../rpc.ts'
import { ToastProvider } from '../ui/toast.tsx'
import { WordsProvider } from '../words.tsx'

const route = getRouteApi('/admin')

/** The console around everything, in the chosen language. */
export function Frame() {
  const { words, line } = route.useRouteContext()
  const { client, queryClient } = line
  useEffect(() => {
    document.documentElement.lang = words.locale
    document.documentElement.dataset['face'] = 'console'
    return () => {
      delete document.documentElement.dataset['face']
    }
  }, [words.locale])
  return (
    <WordsProvider words={words}>
      <admin.Provider key={words.locale} client={client} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <ToastProvider>
            <Outlet />
          </ToastProvider>
        </QueryClientProvider>
      </admin.Provider>
    </WordsProvider>
  )
}
