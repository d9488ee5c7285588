import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { client, shop } from './shop.ts'

const queries = new QueryClient()
const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
createRoot(place).render(
  <shop.Provider client={client} queryClient={queries}>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </shop.Provider>,
)
