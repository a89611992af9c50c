'use client'

import dynamic from 'next/dynamic'

/** `DocumentEditor` in a file of its own for the browser: the page stands before the editor is loaded, and the server renders nothing of it. */
export const LazyDocumentEditor = dynamic(() => import('./document-editor.tsx').then(({ DocumentEditor }) => DocumentEditor), {
  ssr: false,
  loading: () => <div className="document-editor document-editor-loading" aria-busy="true" />,
})
