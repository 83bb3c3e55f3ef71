import { resolve } from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  // dkfds exports only its script; the stylesheet is reached by path.
  resolve: { alias: { 'dkfds-dist': resolve('node_modules/dkfds/dist') } },
  // Nothing inline: the content security policy allows files of our own origin only.
  build: { assetsInlineLimit: 0 },
  // The server goes through the same build as the pages, so that both share one set of modules.
  environments: { ssr: { build: { rollupOptions: { input: './server.ts' } } } },
})
