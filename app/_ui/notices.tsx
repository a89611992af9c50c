'use client'

import { Notification, Portal } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from './icon.tsx'

type Kind = 'success' | 'error'
interface Notice {
  id: number
  kind: Kind
  text: string
}
type Notify = (kind: Kind, text: string) => void

const NoticeContext = createContext<Notify>(() => undefined)

/** Says something short at the edge of the screen, aloud for screen readers. */
export function useNotify(): Notify {
  return useContext(NoticeContext)
}

/** How long a notice stays, in milliseconds; errors stay until they are closed. */
const stay = 5000

export function NoticeProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const [notices, setNotices] = useState<Notice[]>([])
  const close = useCallback((id: number) => setNotices(all => all.filter(notice => notice.id !== id)), [])
  const notify = useCallback<Notify>((kind, text) => {
    setNotices(all => [...all.filter(notice => notice.text !== text).slice(-2), { id: performance.now(), kind, text }])
  }, [])
  const shown = useMemo(() => notices, [notices])
  useEffect(() => {
    const passing = shown.filter(notice => notice.kind === 'success')
    const timers = passing.map(notice => setTimeout(() => close(notice.id), stay))
    return () => timers.forEach(clearTimeout)
  }, [shown, close])
  return (
    <NoticeContext value={notify}>
      {children}
      <Portal>
        <div className="notices" role="status" aria-live="polite">
          {shown.map(({ id, kind, text }) => (
            <Notification
              key={id}
              withBorder
              color={kind === 'error' ? 'red' : 'green'}
              icon={<Icon name={kind === 'error' ? 'error' : 'check'} />}
              closeButtonProps={{ 'aria-label': t('close') }}
              onClose={() => close(id)}
            >
              {text}
            </Notification>
          ))}
        </div>
      </Portal>
    </NoticeContext>
  )
}
