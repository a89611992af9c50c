'use client'

import { CloseButton } from '@mantine/core'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { answerPath, callPanel, type PanelAnswer, withinPanel } from './panel-api.ts'

/** Another answer beside the open one. */
export function SecondAnswer({ slug, locale, onClose }: { slug: string; locale: string; onClose: () => void }) {
  const t = useTranslations('desk')
  const place = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [hasFailed, setFailed] = useState(false)
  const [answer, setAnswer] = useState<PanelAnswer | null>(null)
  useEffect(() => {
    let current = true
    void callPanel<PanelAnswer>('GET', answerPath(slug, locale)).then(reply => {
      if (!current) return
      setFailed(!reply.ok)
      if (reply.ok) setAnswer(reply.body)
    })
    return () => {
      current = false
    }
  }, [slug, locale])
  // On a narrow screen it stands below the first one.
  useEffect(() => {
    if (!answer) return
    place.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [answer])
  return (
    <section ref={place} className="desk-article desk-second" aria-label={t('compare.second')}>
      <CloseButton aria-label={t('compare.close')} onClick={onClose} />
      {hasFailed && <p className="desk-internal">{t('compare.failed')}</p>}
      {answer && (
        <div lang={locale}>
          <h2 ref={heading} tabIndex={-1}>
            <Link href={`/operator/${locale}/${answer.slug}`} onClick={onClose}>
              {answer.title}
            </Link>
          </h2>
          {answer.content.shortAnswer && <p className="desk-short">{answer.content.shortAnswer}</p>}
          <RenderedHtml html={withinPanel(withoutAnchors(answer.content.html), locale)} className="prose" />
        </div>
      )}
    </section>
  )
}

/** Ids of the first answer may stand in the second, too; a page has each once. */
function withoutAnchors(html: string): string {
  return html.replace(/ id="[^"]*"/g, '')
}
