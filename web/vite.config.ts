import { endpoints } from '@immersion-tracker/contract';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` starts the tracker: see dev.env. */
const tracker = 'http://127.0.0.1:8081';
const paths = ['/config.json', ...Object.values(endpoints).map(({ path }) => path)];

export default defineConfig(({ command }) => {
  // Else React comes with its checks for developers where this is set to something else, as tests do.
  // biome-ignore lint/style/noProcessEnv: Vite reads it there.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react()],
    // A proxy may serve it under any path.
    base: './',
    build: {
      // Nothing may be inline: the page's policy forbids it.
      assetsInlineLimit: 0,
      // What counts is the size on its way, which the tests hold to.
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
    },
    server: { proxy: Object.fromEntries(paths.map((path) => [path, tracker])) },
  };
});
