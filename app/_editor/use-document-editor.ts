'use client'

import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { Document } from '#lib/document/types.ts'
import type { MenuKeys } from './menus/trigger.ts'
import { openPanels, type Panels } from './panels/open-panels.ts'
import { factsIn } from './references/fact-catalogue.ts'
import { snippetsIn } from './references/snippet-catalogue.ts'
import { openUploads } from './references/uploads.ts'
import { contentOf } from './schema/read-document.ts'
import type { Surface } from './surface.ts'
import { surfaceExtensions } from './surface-extensions.ts'
import { documentViews } from './views/document-views.ts'

interface Options {
  document: Document
  locale: string
  label: string
  readOnly: boolean
  isSnippet: boolean
  isInline: boolean
}
interface Opened {
  /** null on the server and until the page has started. */
  editor: Editor | null
  surface: Surface
  panels: Panels
  menuKeys: { current: MenuKeys | null }
}

/** One editor for the life of the component, with everything that belongs to it. */
export function useDocumentEditor({ document, locale, label, readOnly, isSnippet, isInline }: Options): Opened {
  const words = useTranslations('editor.surface')
  const notify = useNotify()
  const sayProblem = useProblemText()
  const hintId = useId()
  const menuKeys = useRef<MenuKeys | null>(null)
  const [panels] = useState(openPanels)
  const [surface] = useState<Surface>(() => ({
    locale,
    words,
    sayProblem,
    facts: factsIn(locale),
    snippets: snippetsIn(locale),
    uploads: openUploads(),
    isSnippet,
    isInline,
    notify: text => notify('error', text),
  }))
  surface.words = words
  // Made once: options that are new at each rendering would set up the whole text again.
  const [made] = useState(() => ({
    extensions: [...documentViews(surface), ...surfaceExtensions({ surface, panels, menuKeys })],
    content: contentOf(document),
  }))
  const description = words('keys')
  const editorProps = useMemo(() => attributesOf({ label, locale, id: hintId, description }), [label, locale, hintId, description])
  const editor = useEditor({
    ...made,
    editable: !readOnly,
    injectCSS: false,
    // Nobody listens to what it would find out after each key.
    enableCoreExtensions: { delete: false },
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    enableContentCheck: true,
    editorProps,
  })
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly])
  useRefresh(surface)
  return { editor, surface, panels, menuKeys }
}

function attributesOf({ label, locale, id, description }: { label: string; locale: string; id: string; description: string }) {
  return {
    attributes: {
      class: 'document-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-description': description,
      lang: locale,
      id,
    },
  }
}

/** Values that were changed in another tab are there when the reader comes back from it. */
function useRefresh({ facts, snippets }: Surface): void {
  useEffect(() => {
    let last = performance.now()
    const refresh = () => {
      if (document.visibilityState !== 'visible' || performance.now() - last < 3000) return
      last = performance.now()
      facts.refresh()
      snippets.refresh()
    }
    document.addEventListener('visibilitychange', refresh)
    return () => document.removeEventListener('visibilitychange', refresh)
  }, [facts, snippets])
}
