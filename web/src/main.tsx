import './styles.ts';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { FailureBoundary } from './page/failure-boundary.tsx';
import { openPagesAtTop } from './routes/open-at-top.ts';
import { createFormats } from './text/formats.ts';
import { FormatsContext } from './text/use-formats.ts';
import { createTracker } from './tracker/tracker.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const tracker = createTracker({
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  isOnline: () => navigator.onLine,
  page: location.href,
});

// Otherwise a page that was opened offline does not notice that the network is back.
onlineManager.setOnline(navigator.onLine);
const queries = new QueryClient({
  defaultOptions: {
    // A tracker on this machine answers even without a network.
    queries: { networkMode: 'always', retry: false, refetchOnReconnect: true },
  },
});

openPagesAtTop();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <FormatsContext value={createFormats(navigator.languages)}>
        <FailureBoundary>
          <App tracker={tracker} />
        </FailureBoundary>
      </FormatsContext>
    </QueryClientProvider>
  </StrictMode>,
);
