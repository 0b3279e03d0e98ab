import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** During `npm run dev`, API requests go to the tracker that `npm start` runs. */
const tracker = 'http://127.0.0.1:8080';

export default defineConfig(({ command }) => {
  // Tests set another NODE_ENV, which would bundle the development build of React.
  // biome-ignore lint/style/noProcessEnv: Vite reads it there.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react()],
    // A reverse proxy may serve the page under any path.
    base: './',
    build: {
      // The page's content security policy forbids inline assets.
      assetsInlineLimit: 0,
      // A test limits the gzipped size instead.
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
    },
    server: { proxy: { '/progress': tracker, '/config.json': tracker } },
  };
});
