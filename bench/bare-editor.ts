import { fileURLToPath } from 'node:url'
import { createViteServer } from 'vitest/node'
import type { Document } from '#lib/document/types.ts'

const program = `
import { Editor } from '@tiptap/core'
import { documentNodes } from '/app/_editor/schema/document-nodes.ts'
const content = await (await fetch('/document.json')).json()
new Editor({ element: document.querySelector('main'), extensions: documentNodes, content })
document.body.dataset.ready = ''
`

/** A page with a text in Tiptap and nothing else: the same schema, no views, menus, flags, counts or saving. */
export async function serveBareEditor(document: Document): Promise<{ address: string; stop(): Promise<void> }> {
  const server = await createViteServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    appType: 'custom',
    optimizeDeps: { entries: [], include: ['@tiptap/core', '@tiptap/pm/model', '@tiptap/pm/state'] },
    plugins: [
      {
        name: 'bare-editor',
        resolveId: id => (id === '/bare.js' ? id : null),
        load: id => (id === '/bare.js' ? program : null),
        configureServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            if (request.url === '/document.json') response.end(JSON.stringify(document))
            else if (request.url === '/') {
              response.setHeader('Content-Type', 'text/html')
              response.end('<!doctype html><main></main><script type="module" src="/bare.js"></script>')
            } else next()
          })
        },
      },
    ],
  })
  await server.listen()
  const place = server.httpServer?.address()
  if (!place || typeof place === 'string') throw new Error('The page with the bare editor is not served')
  return { address: `http://127.0.0.1:${place.port}`, stop: () => server.close() }
}
