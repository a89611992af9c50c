'use client'

import { memo, useEffect, useState } from 'react'
import { useEditorParts } from '../editor-context.ts'
import { countDocumentWords, readingMinutes } from './count-words.ts'

/** Milliseconds after the last key until words are counted again. */
const rest = 400

/** How long the text is: words and minutes to read. */
export const DocumentCount = memo(function DocumentCount() {
  const { editor, surface } = useEditorParts()
  const [count, setCount] = useState(() => countDocumentWords(editor.state.doc))
  useEffect(() => {
    let timer: number | undefined
    const change = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setCount(countDocumentWords(editor.state.doc)), rest)
    }
    editor.on('update', change)
    return () => {
      editor.off('update', change)
      window.clearTimeout(timer)
    }
  }, [editor])
  return <p className="document-count">{surface.words('count', { words: count, minutes: readingMinutes(count, surface.locale) })}</p>
})
