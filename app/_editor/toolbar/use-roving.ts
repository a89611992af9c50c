import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
}

/** One tab stop for a row of buttons; arrow keys, Home and End go between them (WAI-ARIA toolbar pattern). */
export function useRoving() {
  const ref = useRef<HTMLDivElement>(null)
  const buttons = () => [...(ref.current?.querySelectorAll<HTMLElement>('button:not(:disabled), select:not(:disabled)') ?? [])]
  // Also before it first has the keyboard, and when the button that had it can do nothing any more.
  useEffect(() => {
    const all = buttons()
    if (all[0] && !all.some(({ tabIndex }) => tabIndex === 0)) all[0].tabIndex = 0
  })
  return {
    ref,
    onFocus({ target }: FocusEvent<HTMLElement>) {
      for (const button of buttons()) button.tabIndex = button === target ? 0 : -1
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = steps[event.key]
      const all = buttons()
      const index = all.indexOf(document.activeElement as HTMLElement)
      if (!step || index < 0) return
      event.preventDefault()
      all[step(index, all.length)]?.focus()
    },
  }
}
