import './styles.ts';
import { colorsTuple, createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { FailureBoundary } from './page/failure-boundary.tsx';
import { createTracker } from './tracker/tracker.ts';
import { FormatsContext } from './ui/use-formats.ts';
import { createFormats } from './view-model/formats.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

/** The values of `accent` are in theme.css. */
const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: colorsTuple('#4338ca') },
  respectReducedMotion: true,
});

const tracker = createTracker({
  fetch: (input, init) => fetch(input, init),
  now: () => new Date(),
  isOnline: () => navigator.onLine,
  page: location.href,
});

createRoot(root).render(
  <StrictMode>
    {/* The page's policy forbids the styles that the provider would write into it: see styles.ts. */}
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={new QueryClient()}>
        <FormatsContext value={createFormats(navigator.languages)}>
          <FailureBoundary>
            <App tracker={tracker} />
          </FailureBoundary>
        </FormatsContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
