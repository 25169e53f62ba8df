import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { worker } from './build/worker.ts'

/** The console's server, which `npm run dev` asks for everything that is no page. */
const SERVER = process.env.CONSOLE ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [vue(), worker()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false
  },
  build: {
    outDir: '../../../target/classes/META-INF/resources',
    emptyOutDir: true,
    // Read by the budget, which takes it away: it is no page.
    manifest: true,
    // Nothing inline: the pages' policy admits files of their own alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // A browser asks a server for six files at a time, and for those of the first view in one go. Other rooms share what the office's
        // needs, and come as they are divided by what they share among each other.
        codeSplitting: {
          groups: [
            { name: 'index', tags: ['$initial'], priority: 1 },
            { name: 'office', test: /src\/office\/OfficePage/ }
          ]
        }
      }
    }
  },
  server: {
    port: 5173,
    strictPort: true,
    // The host is kept, so that the provider sends people back to this port.
    proxy: Object.fromEntries(['/api', '/session', '/sign-in', '/sign-out'].map(path => [path, { target: SERVER }]))
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    env: { TZ: 'Asia/Kathmandu' }
  }
})
