import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const BASE = '/app/'
const root = resolve(import.meta.dirname, 'src/web')
const target = resolve(import.meta.dirname, 'dist/web')

/**
 * The colour scheme and language must be set before the first paint, and the content policy allows no inline script:
 * so scheme.js is a small file of its own, hashed like the rest, loaded before the styles.
 */
function firstScript(): Plugin {
  let building = false
  let fileName = 'scheme.js'
  return {
    name: 'first-script',
    configResolved(config) {
      building = config.command === 'build'
    },
    buildStart() {
      if (!building) return
      const source = readFileSync(resolve(root, 'scheme.js'), 'utf8')
      const ref = this.emitFile({ type: 'asset', name: 'scheme.js', source })
      fileName = this.getFileName(ref)
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `${BASE}${fileName}` }, injectTo: 'head-prepend' }],
  }
}

/** What an earlier build left goes when the new one stands: a server that runs meanwhile always finds a whole app. */
function clearsAfterwards(): Plugin {
  return {
    name: 'clears-afterwards',
    writeBundle(_, bundle) {
      const made = new Set(Object.keys(bundle).map((file) => join(target, file)))
      for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name)
        if (entry.isFile() && !made.has(file)) rmSync(file)
      }
    },
  }
}

export default defineConfig({
  root,
  base: BASE,
  publicDir: false,
  plugins: [react(), firstScript(), clearsAfterwards()],
  build: {
    outDir: target,
    emptyOutDir: false,
    target: 'es2023',
    // data: addresses are outside the content policy, so every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 7310,
    strictPort: true,
    // The host stays as the browser wrote it: the server compares it with the origin of what changes something.
    proxy: {
      '/api': { target: 'http://127.0.0.1:7300', changeOrigin: false },
      '/p/': { target: 'http://127.0.0.1:7300', changeOrigin: false },
    },
  },
})
