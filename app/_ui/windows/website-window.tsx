'use client'

import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { WebsiteContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'
import { websiteDocument } from './website-document.ts'

interface Props {
  said: SaidView
  content: WebsiteContent
  compact: boolean
}

/** The page in a frame of its own with the site's style sheet. The sandbox lets nothing in it run; its links lead nowhere. */
export function WebsiteWindow({ said, content, compact }: Props) {
  const t = useTranslations('windows')
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true })
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(480)
  const page = useMemo(() => websiteDocument(said, content, scheme), [said, content, scheme])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    let observer: ResizeObserver | undefined
    const settle = () => {
      const body = element.contentDocument?.body
      if (!body) return
      body.onclick = event => event.preventDefault()
      observer?.disconnect()
      observer = new ResizeObserver(() => setHeight(Math.min(body.scrollHeight, 6000)))
      observer.observe(body)
    }
    element.addEventListener('load', settle)
    settle()
    return () => {
      element.removeEventListener('load', settle)
      observer?.disconnect()
    }
  }, [])

  return (
    <iframe
      ref={frame}
      className="website-frame"
      title={t('websiteFrame')}
      sandbox="allow-same-origin"
      srcDoc={page}
      style={compact ? undefined : { height }}
    />
  )
}
