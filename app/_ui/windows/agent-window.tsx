'use client'

import { useTranslations } from 'use-intl'
import { useScrollBox } from '#app/_ui/use-scroll-box.ts'
import type { AgentContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'

/** Markdown as a program reads it. */
export function AgentWindow({ said, content }: { said: SaidView; content: AgentContent }) {
  const t = useTranslations('windows')
  const box = useScrollBox<HTMLPreElement>(t('channels.agent'))
  return (
    <pre className="agent-window" lang={said.locale} {...box}>
      {content.markdown}
    </pre>
  )
}
