import './styles.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { isLocale } from './locale.ts'
import { newRouter } from './routes.tsx'
import { newWorld } from './world.ts'

const localeKey = 'comptoir.console.locale'

const world = newWorld({
  languages: navigator.languages,
  consoleLocale: {
    read: () => {
      const kept = localStorage.getItem(localeKey)
      return kept !== null && isLocale(kept) ? kept : null
    },
    write: (locale) => localStorage.setItem(localeKey, locale),
  },
})
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={newRouter(world)} />
    </StrictMode>,
  )
