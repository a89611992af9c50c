'use client'

import { useEffect, useRef, useState } from 'react'
import { isAboutCall, readAddress } from './read-address.ts'

/** Who called last, as long as the page lives: another language is another panel. Never stored, since it is a customer's number. */
let lastCaller: string | null = null

/**
 * What the address asks for: `?q=` is told once, `#phone=` is who calls, `#topic=` about what. A fragment about a call is taken out of the address at once; a
 * telephone system may set another with each call.
 */
export function useAddress(onAsked: (q: string) => void): { caller: string | null; dismissCaller: () => void } {
  const [caller, setCaller] = useState<string | null>(null)
  const tell = useRef(onAsked)
  tell.current = onAsked
  const change = (phone: string | null) => {
    lastCaller = phone
    setCaller(phone)
  }
  useEffect(() => {
    const read = (search: string) => {
      const { hash } = location
      const { q, phone } = readAddress({ search, hash })
      if (isAboutCall(hash)) {
        history.replaceState(history.state, '', location.pathname + location.search)
        lastCaller = phone
      }
      setCaller(lastCaller)
      if (q !== '') tell.current(q)
    }
    const readFragment = () => {
      if (isAboutCall(location.hash)) read('')
    }
    read(location.search)
    addEventListener('hashchange', readFragment)
    return () => removeEventListener('hashchange', readFragment)
  }, [])
  return { caller, dismissCaller: () => change(null) }
}
