import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev` shows the page as it is edited, in front of a tracker that `npm start` has started. */
const tracker = 'http://127.0.0.1:8080';

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
    server: { proxy: { '/progress': tracker, '/config.json': tracker } },
  };
});
