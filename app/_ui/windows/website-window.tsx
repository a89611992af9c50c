'use client'

import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useScrollBox } from '#app/_ui/use-scroll-box.ts'
import type { WebsiteContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'
import { patchMarkup } from './patch-markup.ts'
import { siteSheet } from './site-sheet.ts'
import { websiteMarkup } from './website-markup.ts'

interface Props {
  said: SaidView
  content: WebsiteContent
}

/** The page as the public site shows it, in a shadow root with the site's own style sheet. Nothing in it can run, and its links lead nowhere. */
export function WebsiteWindow({ said, content }: Props) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true })
  const t = useTranslations('windows')
  const box = useScrollBox<HTMLDivElement>(t('websiteFrame'))
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    // Markup that is set like this never runs scripts, and the page's policy runs no handlers.
    patchMarkup(root, websiteMarkup(said, content))
    const stop = (event: Event) => event.target instanceof Element && event.target.closest('a') && event.preventDefault()
    root.addEventListener('click', stop)
    let isCurrent = true
    siteSheet().then(
      sheet => {
        if (isCurrent) root.adoptedStyleSheets = [sheet]
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
      root.removeEventListener('click', stop)
    }
  }, [said, content])
  return (
    <div className="website-window" {...box}>
      <div ref={host} className="website-host" data-theme={scheme} lang={said.locale} />
    </div>
  )
}
