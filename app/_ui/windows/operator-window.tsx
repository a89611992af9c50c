'use client'

import { useTranslations } from 'use-intl'
import { useScrollBox } from '#app/_ui/use-scroll-box.ts'
import type { OperatorContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'
import { PatchedHtml } from './patched-html.tsx'
import { withoutLandmarks } from './without-landmarks.ts'

/** What an operator reads; internal notes are marked. */
export function OperatorWindow({ said, content }: { said: SaidView; content: OperatorContent }) {
  const t = useTranslations('windows')
  const box = useScrollBox<HTMLDivElement>(t('channels.operator'))
  return (
    <div className="operator-window" lang={said.locale} {...box}>
      <p className="window-title">{said.title}</p>
      {content.shortAnswer && <p className="lead">{content.shortAnswer}</p>}
      <PatchedHtml html={withoutLandmarks(content.html)} className="prose" />
    </div>
  )
}
