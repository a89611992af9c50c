'use client'

import { useSyncExternalStore } from 'react'

/** Milliseconds between questions whether the server is there again. */
const interval = 2000

const listeners = new Set<() => void>()
let isReached = true
let timer: ReturnType<typeof setInterval> | null = null

/** Takes down whether the server answered. While it does not it is asked again and again. */
export function noteReach(answered: boolean): void {
  if (answered === isReached) return
  isReached = answered
  if (timer !== null) clearInterval(timer)
  timer = answered ? null : setInterval(() => void askWhetherAlive(), interval)
  for (const changed of listeners) changed()
}

async function askWhetherAlive(): Promise<void> {
  const reply = await fetch('/livez', { cache: 'no-store' }).catch(() => null)
  if (reply?.ok) noteReach(true)
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    listeners.delete(changed)
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Whether the browser has a network and the server answers; true while the page is made on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine && isReached,
    () => true,
  )
}
