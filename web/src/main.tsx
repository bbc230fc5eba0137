import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './api/client.ts';
import { Colours } from './layout/colours.tsx';
import { router } from './router.tsx';
import { firstLanguage, loadWords, SpokenLanguage } from './words/language.tsx';
import './style.css';

const TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What the server refused, it refuses again.
      retry: (count, error) => count < TRIES && !(error instanceof ProblemError && error.problem.status >= 400),
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('no element to draw the pages in');
const words = await loadWords(firstLanguage());
createRoot(root).render(
  <StrictMode>
    <Colours>
      <QueryClientProvider client={queries}>
        <SpokenLanguage first={words}>
          <RouterProvider router={router} />
        </SpokenLanguage>
      </QueryClientProvider>
    </Colours>
  </StrictMode>,
);
