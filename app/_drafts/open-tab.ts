/** This page of this browser, until it is left. */
export interface Tab {
  id: string
  /** Whether another one is still open, in whichever window. */
  isOpen(id: string): Promise<boolean>
}

/** Names this page. While it is there it holds a lock of its name, which the browser takes away also when the page crashes; so others know what was left behind. */
export function openTab(): Tab {
  const id = [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('')
  // Only pages that were loaded safely (https, localhost) have locks; elsewhere every other copy counts as left behind.
  const locks: LockManager | undefined = navigator.locks
  void locks?.request(lockOf(id), () => new Promise(() => undefined)).catch(() => undefined)
  return {
    id,
    async isOpen(other) {
      if (other === id) return true
      const { held = [] } = (await locks?.query()) ?? {}
      return held.some(({ name }) => name === lockOf(other))
    },
  }
}

function lockOf(id: string): string {
  return `istok-tab ${id}`
}
