'use client'

import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import type { Row } from '#app/(operator)/operator/[locale]/answer-list.tsx'
import { answerPath, type CallPanel, type PanelAnswer } from '#app/(operator)/operator/[locale]/panel-api.ts'
import type { FrameMessage } from './host.ts'

interface Props {
  row: Row
  call: CallPanel
  tell: (message: FrameMessage) => void
  onBack: () => void
}

/** One answer; the approved words go to the host page with the press of a button. */
export function FrameAnswer({ row, call, tell, onBack }: Props) {
  const t = useTranslations('desk.frame')
  const o = useTranslations('operator')
  const [answer, setAnswer] = useState<PanelAnswer | null>(null)
  const [inserted, setInserted] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    let current = true
    void call<PanelAnswer>('GET', answerPath(row.slug, row.locale)).then(reply => {
      if (current && reply.ok) setAnswer(reply.body)
    })
    heading.current?.focus()
    return () => {
      current = false
    }
  }, [call, row.slug, row.locale])
  const insert = (form: 'short' | 'plain') => {
    if (!answer) return
    const { copy } = answer.content
    const { slug, locale, release, hash } = answer
    tell({ type: 'istok:insert', text: copy[form], html: form === 'plain' ? copy.html : null, slug, locale, release, hash })
    setInserted(true)
  }
  return (
    <article className="frame-answer">
      <Button variant="subtle" size="compact-sm" leftSection={<Icon name="left" size={16} />} onClick={onBack}>
        {t('back')}
      </Button>
      <h2 ref={heading} tabIndex={-1} lang={row.locale}>
        {row.title}
      </h2>
      {answer && answer.content.copy.plain !== '' && (
        <Group gap="xs">
          {answer.content.copy.short !== '' && <Button onClick={() => insert('short')}>{`${t('insert')}: ${t('short')}`}</Button>}
          <Button variant="default" onClick={() => insert('plain')}>{`${t('insert')}: ${t('full')}`}</Button>
          <span role="status" className="quiet">
            {inserted && t('inserted')}
          </span>
        </Group>
      )}
      {answer && answer.content.copy.plain === '' && <p className="desk-internal">{o('internalOnly')}</p>}
      {answer && (
        <div lang={row.locale}>
          {answer.content.shortAnswer && <p className="desk-short">{answer.content.shortAnswer}</p>}
          <RenderedHtml html={withoutLinks(answer.content.html)} className="prose" />
        </div>
      )}
    </article>
  )
}

/** Addresses of our own site lead nowhere inside a frame; their words stay. */
function withoutLinks(html: string): string {
  return html.replace(/ href="\/[^"]*"/g, '')
}
