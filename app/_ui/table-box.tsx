'use client'

import type { ReactNode } from 'react'
import { useScrollBox } from './use-scroll-box.ts'

/** A table in a box of its own, which scrolls sideways, also by keyboard, where the screen is narrow. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useScrollBox<HTMLDivElement>(label)
  return (
    <div className="table-box" {...box}>
      {children}
    </div>
  )
}
