'use client'

import { Button, Group } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { ChangeNotice } from '#app/(operator)/operator/[locale]/[slug]/change-notice.tsx'
import { CopyBar } from '#app/(operator)/operator/[locale]/[slug]/copy-bar.tsx'
import { ScriptWalk } from '#app/(operator)/operator/[locale]/[slug]/script-walk.tsx'
import type { Row } from '#app/(operator)/operator/[locale]/answer-list.tsx'
import { type CallPanel, withinPanel } from '#app/(operator)/operator/[locale]/panel-api.ts'
import type { FrameMessage } from './host.ts'
import { useFrameAnswer } from './use-frame-answer.ts'

interface Props {
  row: Row
  call: CallPanel
  tell: (message: FrameMessage) => void
  onBack: () => void
  /** Another answer, to which this one leads. */
  onOpen: (row: Row) => void
}

/** One answer; the approved words go to the host page with the press of a button. */
export function FrameAnswer({ row, call, tell, onBack, onOpen }: Props) {
  const t = useTranslations('desk.frame')
  const o = useTranslations('operator')
  const w = useTranslations('scripts.walk')
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
  const html = answer ? withinPanel(answer.content.html, row.locale) : ''
  const steps = answer?.content.steps
  /** Answers to which this one leads open here; what has a tab of its own keeps it. */
  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const next = link && link.target === '' && !event.metaKey && !event.ctrlKey && !event.shiftKey ? answerOf(link) : null
    if (!next) return
    event.preventDefault()
    onOpen(next)
  }
  return (
    <article className="frame-answer">
      <Button variant="subtle" size="compact-sm" leftSection={<Icon name="left" size={16} />} onClick={onBack}>
        {t('back')}
      </Button>
      <h2 ref={heading} tabIndex={-1} lang={row.locale}>
        {answer?.title ?? row.title}
      </h2>
      {news && <ChangeNotice news={news} onShow={showNew} />}
      {isGone && <p className="desk-internal">{o('gone')}</p>}
      {isSaid && answer.content.copy.plain !== '' && (
        <Group gap="xs" my="xs">
          {answer.content.copy.short !== '' && <Button onClick={() => insert('short')}>{`${t('insert')}: ${t('short')}`}</Button>}
          <Button variant="default" onClick={() => insert('plain')}>{`${t('insert')}: ${t('full')}`}</Button>
          <span role="status" className="quiet">
            {inserted && t('inserted')}
          </span>
        </Group>
      )}
      {isSaid && <CopyBar copy={answer.content.copy} sent={null} isQuiet />}
      {isSaid && (
        <div lang={row.locale} onClickCapture={follow}>
          {answer.content.shortAnswer && <p className="desk-short">{answer.content.shortAnswer}</p>}
          {steps && <ScriptWalk key={row.slug} title={answer.title} locale={row.locale} steps={steps} hash={answer.hash} />}
          {steps ? (
            <details className="desk-whole">
              <summary>{w('whole')}</summary>
              <RenderedHtml html={html} className="prose" />
            </details>
          ) : (
            <RenderedHtml html={html} className="prose" />
          )}
        </div>
      )}
    </article>
  )
}

/** The answer to which a link of this panel leads; null: it leads elsewhere. */
function answerOf(link: HTMLAnchorElement): Row | null {
  const [, locale, slug] = /^\/operator\/([^/]+)\/([^/]+)$/.exec(link.pathname) ?? []
  // A place in this text has the address of the frame.
  if (link.origin !== location.origin || link.pathname === location.pathname || locale === undefined || slug === undefined) return null
  return { slug, locale, title: link.textContent ?? slug, text: '', ranges: [] }
}
