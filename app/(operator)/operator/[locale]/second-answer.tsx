'use client'

import { CloseButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { answerPath, callPanel, type PanelAnswer, withinPanel } from './panel-api.ts'

/** Another answer beside the open one. */
export function SecondAnswer({ slug, locale, onClose }: { slug: string; locale: string; onClose: () => void }) {
  const t = useTranslations('desk')
  const place = useRef<HTMLElement>(null)
  const [answer, setAnswer] = useState<PanelAnswer | null>(null)
  useEffect(() => {
    let current = true
    void callPanel<PanelAnswer>('GET', answerPath(slug, locale)).then(reply => {
      if (current && reply.ok) setAnswer(reply.body)
    })
    return () => {
      current = false
    }
  }, [slug, locale])
  // On a narrow screen it stands below the first one.
  useEffect(() => {
    if (answer) place.current?.scrollIntoView({ block: 'start' })
  }, [answer])
  return (
    <section ref={place} className="desk-article desk-second" aria-label={t('compare.second')}>
      <CloseButton aria-label={t('compare.close')} onClick={onClose} />
      {answer && (
        <div lang={locale}>
          <h2>{answer.title}</h2>
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
