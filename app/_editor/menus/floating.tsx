'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useEditorParts } from '../editor-context.ts'

interface Props {
  /** Document position at which it stands. */
  position: number
  className: string
  children: ReactNode
}

/** Stands below a place of the text (above it when there is no room below), and moves with it. */
export function Floating({ position, className, children }: Props) {
  const { editor } = useEditorParts()
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    const frame = box?.offsetParent
    if (!box || !frame) return
    const place = () => {
      const at = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size))
      const outer = frame.getBoundingClientRect()
      const room = window.innerHeight - at.bottom
      const isAbove = room < box.offsetHeight + 16 && at.top > box.offsetHeight + 16
      const top = isAbove ? at.top - outer.top - box.offsetHeight - 6 : at.bottom - outer.top + 6
      const left = Math.max(8, Math.min(at.left - outer.left, outer.width - box.offsetWidth - 8))
      box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(box)
    return () => observer.disconnect()
  }, [editor, position])
  return (
    <div ref={ref} className={`floating ${className}`}>
      {children}
    </div>
  )
}
