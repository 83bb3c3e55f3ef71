import { resolve } from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  // dkfds exports only its script; the stylesheet is reached by path.
  resolve: { alias: { 'dkfds-dist': resolve('node_modules/dkfds/dist') } },
  // Nothing inline: the content security policy allows files of our own origin only.
  build: { assetsInlineLimit: 0, rollupOptions: isSsrBuild ? { input: './server.ts' } : {} },
}))
