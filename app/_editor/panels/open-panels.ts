import { openWatchers } from '../references/watchers.ts'

/** What stands open beside the text. */
export type Panel = 'link' | 'find' | 'snippet' | 'fact' | 'picture' | null

export interface Panels {
  read(): Panel
  open(panel: Panel): void
  watch(listener: () => void): () => void
}

/** Which panel of one editor is open: keys and blocks, which are plain ProseMirror, open what React shows. */
export function openPanels(): Panels {
  let panel: Panel = null
  const { watch, tell } = openWatchers()
  return {
    read: () => panel,
    open(next) {
      if (next === panel) return
      panel = next
      tell()
    },
    watch,
  }
}
