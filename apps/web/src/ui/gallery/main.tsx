import '../../styles.css'
import './gallery.css'
import { createRoot } from 'react-dom/client'
import en from '../../messages/en.json'
import { WordsProvider, wordsOf } from '../../words.tsx'
import { ToastProvider } from '../toast.tsx'
import { Gallery } from './gallery.tsx'

// Served by the development server as /gallery.html; the build has one page and never sees this one.
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <WordsProvider words={wordsOf('en', en)}>
      <ToastProvider>
        <Gallery />
      </ToastProvider>
    </WordsProvider>,
  )
