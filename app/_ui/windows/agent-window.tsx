'use client'

import { memo } from 'react'
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
      {partsOf(content.markdown).map(({ text, key }) => (
        <Part key={key} text={text} />
      ))}
    </pre>
  )
}

/** A text of many parts is laid out part by part, so that a changed one does not move every line. */
const Part = memo(function Part({ text }: { text: string }) {
  return <span className="agent-part">{text}</span>
})

function partsOf(markdown: string): { text: string; key: number }[] {
  const lines = markdown.split(/(?<=\n\n)/)
  return lines.map((text, key) => ({ text, key }))
}
