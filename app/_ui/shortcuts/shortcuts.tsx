'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { openRegistry, type Shortcut, type ShortcutRegistry } from './registry.ts'

const RegistryContext = createContext<ShortcutRegistry>(openRegistry())

/** Where keys mean something else; a list that is part of the page says so. */
const withOwnKeys = '[role="dialog"], [role="menu"], [role="listbox"]:not([data-page-keys])'

/** Listens for the shortcuts of everything below. One for each frame of pages. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(openRegistry)
  useEffect(() => {
    // A dialog keeps the keys from the page also when nothing in it has the keyboard, and the key that closes it means nothing else.
    let isBehindDialog = false
    const look = () => {
      isBehindDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
    }
    const listen = (event: KeyboardEvent) => {
      // A component that used the key has said so; the letters of an input method are none.
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      if (isLinkCommand(event)) return
      const target = event.target instanceof Element ? event.target : null
      const where = { typing: isField(target), dialog: isBehindDialog || target?.closest(withOwnKeys) != null }
      if (registry.press(event, where, event.timeStamp)) event.preventDefault()
    }
    addEventListener('keydown', look, { capture: true })
    addEventListener('keydown', listen)
    return () => {
      removeEventListener('keydown', look, { capture: true })
      removeEventListener('keydown', listen)
    }
  }, [registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

/**
 * Registers the shortcuts of a component while it is shown. `title` is the heading of the sheet under which they stand; `keys` as in keys.ts.
 * What they run may change with each rendering; the keys and labels are entered anew when one of them does.
 */
export function useShortcuts(title: string, shortcuts: Shortcut[], { general = false }: { general?: boolean } = {}): void {
  const registry = useContext(RegistryContext)
  const current = useRef(shortcuts)
  current.current = shortcuts
  const described = JSON.stringify(shortcuts.map(({ keys, label, run, inDialogs }) => [keys, label, run !== undefined, inDialogs]))
  useEffect(() => {
    const list = JSON.parse(described) as [string, string, boolean, boolean | undefined][]
    return registry.add({
      ...{ title, general },
      shortcuts: list.map(([keys, label, runs, inDialogs], index) => ({
        ...{ keys, label, inDialogs },
        ...(runs ? { run: () => current.current[index]?.run?.() } : {}),
      })),
    })
  }, [registry, title, described, general])
}

/** Everything that is registered, for the sheet. */
export function useRegistry(): ShortcutRegistry {
  return useContext(RegistryContext)
}

function isField(target: Element | null): boolean {
  if (target === null) return false
  if (target instanceof HTMLElement && target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Ctrl/Cmd-K on selected text of an editor makes a link there, whatever else the keys do. */
function isLinkCommand(event: KeyboardEvent): boolean {
  if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return false
  return event.target instanceof HTMLElement && event.target.isContentEditable && getSelection()?.isCollapsed === false
}
