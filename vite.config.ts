import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The two faces that the first line of every page is set in are asked for with the page, so that nothing moves when they arrive. */
function preloadFaces(): Plugin {
  const first = [/inter-latin-wght-normal.*\.woff2$/, /source-serif-4-latin-wght-normal.*\.woff2$/];
  return {
    name: 'preload-faces',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => first.some((face) => face.test(file)))
          .map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` }, injectTo: 'head' as const })),
    },
  };
}

// `npx vite` serves the client alone and sends the API's calls to a running server.
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react(), preloadFaces()],
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 2000, assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { '/api/v1': 'http://127.0.0.1:4680' } },
});
