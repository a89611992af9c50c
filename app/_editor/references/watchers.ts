/** Who wants to hear of a change; `tell` calls them all. */
export function openWatchers(): { watch(listener: () => void): () => void; tell(): void } {
  const listeners = new Set<() => void>()
  return {
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell() {
      for (const listener of [...listeners]) listener()
    },
  }
}
