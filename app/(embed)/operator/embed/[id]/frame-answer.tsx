'use client'

import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { ChangeNotice } from '#app/(operator)/operator/[locale]/[slug]/change-notice.tsx'
import type { Row } from '#app/(operator)/operator/[locale]/answer-list.tsx'
import { type CallPanel, withoutLandmarks } from '#app/(operator)/operator/[locale]/panel-api.ts'
import type { FrameMessage } from './host.ts'
import { useFrameAnswer } from './use-frame-answer.ts'

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
  const { answer, news, showNew, isGone } = useFrameAnswer(call, row.slug, row.locale)
  const [inserted, setInserted] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (row.slug) heading.current?.focus()
  }, [row.slug])
  const insert = (form: 'short' | 'plain') => {
    if (!answer) return
    const { copy } = answer.content
    const { slug, locale, release, hash } = answer
    tell({ type: 'istok:insert', text: copy[form], html: form === 'plain' ? copy.html : null, slug, locale, release, hash })
    setInserted(true)
  }
  const isSaid = answer !== null && !isGone
  return (
    <article className="frame-answer">
      <Button variant="subtle" size="compact-sm" leftSection={<Icon name="left" size={16} />} onClick={onBack}>
        {t('back')}
      </Button>
      <h2 ref={heading} tabIndex={-1} lang={row.locale}>
        {row.title}
      </h2>
      {news && <ChangeNotice news={news} onShow={showNew} />}
      {isGone && <p className="desk-internal">{o('gone')}</p>}
      {isSaid && answer.content.copy.plain !== '' && (
        <Group gap="xs">
          {answer.content.copy.short !== '' && <Button onClick={() => insert('short')}>{`${t('insert')}: ${t('short')}`}</Button>}
          <Button variant="default" onClick={() => insert('plain')}>{`${t('insert')}: ${t('full')}`}</Button>
          <span role="status" className="quiet">
            {inserted && t('inserted')}
          </span>
        </Group>
      )}
      {isSaid && answer.content.copy.plain === '' && <p className="desk-internal">{o('internalOnly')}</p>}
      {isSaid && (
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
  return withoutLandmarks(html).replace(/ href="\/[^"]*"/g, '')
}
