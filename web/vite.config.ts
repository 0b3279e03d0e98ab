import { fileURLToPath } from 'node:url';
import { endpoints } from '@immersion-tracker/contract';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker-plugin.ts';

/** Where `npm run dev` starts the tracker: see dev.env. */
const tracker = 'http://127.0.0.1:8081';
const worker = fileURLToPath(new URL('src/offline/worker.ts', import.meta.url));
const paths = ['/config.json', ...Object.values(endpoints).map(({ path }) => path)];

export default defineConfig(({ command }) => {
  // Tests set another NODE_ENV, which would bundle the development build of React.
  // biome-ignore lint/style/noProcessEnv: Vite reads it there.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), serviceWorker(worker)],
    // A reverse proxy may serve the page under any path.
    base: './',
    build: {
      // The page's content security policy forbids inline assets.
      assetsInlineLimit: 0,
      // A test limits the gzipped size instead.
      chunkSizeWarningLimit: 700,
      // A page that a service worker controls fetches preloaded modules twice.
      modulePreload: false,
    },
    server: { proxy: Object.fromEntries(paths.map((path) => [path, tracker])) },
  };
});
