import './styles.ts';
import { colorsTuple, createTheme, MantineProvider } from '@mantine/core';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { FailureBoundary } from './page/failure-boundary.tsx';
import { createFormats } from './text/formats.ts';
import { FormatsContext } from './text/use-formats.ts';
import { createTracker } from './tracker/tracker.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

/** theme.css defines the shades of `accent`. */
const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: colorsTuple('#4338ca') },
  respectReducedMotion: true,
});

const tracker = createTracker({
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  isOnline: () => navigator.onLine,
  page: location.href,
});

// Otherwise a page that was opened offline does not notice that the network is back.
onlineManager.setOnline(navigator.onLine);
const queries = new QueryClient({ defaultOptions: { queries: { refetchOnReconnect: true } } });

createRoot(root).render(
  <StrictMode>
    {/* The content security policy forbids the provider's inline styles; styles.ts imports them instead. */}
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <FormatsContext value={createFormats(navigator.languages)}>
          <FailureBoundary>
            <App tracker={tracker} />
          </FailureBoundary>
        </FormatsContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
