'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type CallPanel, panelCaller } from '#app/(operator)/operator/[locale]/panel-api.ts'
import { isAboutCall, readAddress } from '#app/(operator)/operator/[locale]/read-address.ts'
import { type FrameMessage, readHostMessage } from './host.ts'

/** Milliseconds between renewals of a session that holds a quarter of an hour. */
const renewal = 10 * 60_000

export interface FrameSession {
  /** `ended`: it was open; what stands on the screen can still be read. */
  state: 'waiting' | 'open' | 'ended' | 'refused'
  /** Another one with each session, so that what was refused is asked for again. */
  call: CallPanel
  /** What the host or the address asks for. */
  asked: string
  phone: string | null
  tell: (message: FrameMessage) => void
}

/**
 * The session of a frame, in memory only: the one-time token comes in the fragment of the address or from the host, is taken out of the address at once and is
 * redeemed. When the session ends the host is asked for another token.
 */
export function useFrameSession(id: string, origins: string[]): FrameSession {
  const secret = useRef<string | null>(null)
  const [state, setState] = useState<FrameSession['state']>('waiting')
  const [session, setSession] = useState<string | null>(null)
  const [asked, setAsked] = useState('')
  const [phone, setPhone] = useState<string | null>(null)
  const allowed = useMemo(() => origins, [origins])
  const raw = useMemo(
    () => panelCaller((): Record<string, string> => (secret.current ? { Authorization: `Bearer ${secret.current}` } : {}), 'omit'),
    [],
  )
  const tell = useCallback(
    (message: FrameMessage) => {
      for (const origin of originsOfHost(allowed)) parent.postMessage(message, origin)
    },
    [allowed],
  )
  const end = useCallback(() => {
    secret.current = null
    setState('ended')
    tell({ type: 'istok:token-needed' })
  }, [tell])
  const call = useMemo<CallPanel>(() => {
    // The session of now: a late reply to an earlier one ends nothing.
    const mine = session
    return async (method, path, options) => {
      const reply = await raw<never>(method, path, options)
      if (!reply.ok && reply.problem.status === 401 && secret.current !== null && secret.current === mine) end()
      return reply
    }
  }, [raw, end, session])
  useEffect(() => {
    const redeem = async (token: string) => {
      const reply = await raw<{ session: string }>('POST', `/embeddings/${id}/sessions`, { body: { token } })
      if (reply.ok) {
        secret.current = reply.body.session
        setSession(reply.body.session)
        setState('open')
      } else if (secret.current === null) setState(now => (now === 'ended' ? now : 'refused'))
    }
    const listen = (event: MessageEvent) => {
      const message = readHostMessage(event, allowed, parent)
      if (message?.type === 'istok:token') void redeem(message.token)
      else if (message?.type === 'istok:query') setAsked(message.q)
      else if (message) {
        setPhone(message.phone)
        if (message.topic !== null) setAsked(message.topic)
      }
    }
    /** Takes what the address says out of it. A host may set another fragment with each call. */
    const readFragment = (search: string) => {
      const address = readAddress({ search, hash: location.hash })
      // Other fragments are places in the text.
      if (!isAboutCall(location.hash)) return address
      history.replaceState(history.state, '', location.pathname + location.search)
      setPhone(address.phone)
      if (address.q !== '') setAsked(address.q)
      if (address.token) void redeem(address.token)
      return address
    }
    addEventListener('message', listen)
    const readNext = () => void readFragment('')
    addEventListener('hashchange', readNext)
    const first = readFragment(location.search)
    setAsked(first.q)
    if (!first.token) tell({ type: 'istok:token-needed' })
    tell({ type: 'istok:ready' })
    const timer = setInterval(async () => {
      if (secret.current === null) return
      const reply = await raw('POST', `/embeddings/${id}/renewals`)
      if (!reply.ok && reply.problem.status === 401) end()
    }, renewal)
    return () => {
      removeEventListener('message', listen)
      removeEventListener('hashchange', readNext)
      clearInterval(timer)
    }
  }, [id, raw, tell, end, allowed])
  return { state, call, asked, phone, tell }
}

/** The origin of the page that holds the frame where the browser says it, else every allowed one: a message reaches the right one only. */
function originsOfHost(allowed: readonly string[]): readonly string[] {
  const host = (location as { ancestorOrigins?: DOMStringList }).ancestorOrigins?.[0]
  return host === undefined ? allowed : allowed.filter(origin => origin === host)
}
