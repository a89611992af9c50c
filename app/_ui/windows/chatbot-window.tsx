'use client'

import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { useScrollBox } from '#app/_ui/use-scroll-box.ts'
import type { ChatbotContent } from '#lib/compile/types.ts'
import { dialectBubbles, neutralBubbles } from './bubbles.ts'
import type { SaidView } from './channel-view.ts'

/** The answer as chat bubbles, neutral or in the dialect of a messenger; the requests that would be sent stand below. */
export function ChatbotWindow({ said, content }: { said: SaidView; content: ChatbotContent }) {
  const t = useTranslations('windows')
  const [profile, setProfile] = useState('')
  const box = useScrollBox<HTMLDivElement>(t('channels.chatbot'))
  const dialect = said.profiles[profile]
  const bubbles = dialect === undefined ? neutralBubbles(content) : dialectBubbles(profile, dialect)
  return (
    <div className="chat">
      <NativeSelect
        size="xs"
        label={t('profile')}
        className="window-select"
        value={profile}
        onChange={event => setProfile(event.currentTarget.value)}
        data={[{ value: '', label: t('neutral') }, ...Object.keys(said.profiles).map(name => ({ value: name, label: name }))]}
      />
      <div className="chat-thread" lang={said.locale} {...box}>
        <div className="bubble bubble-customer">{said.title}</div>
        {bubbles.map(({ text, isHtml, buttons }) => (
          <div className="bubble-group" key={`${profile} ${text}`}>
            <div className="bubble">{isHtml ? <RenderedHtml html={text} className="bubble-html" /> : text}</div>
            {buttons.length > 0 && (
              <ul className="bubble-buttons">
                {buttons.map(label => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      {dialect !== undefined && (
        <details className="raw">
          <summary>{t('request')}</summary>
          <pre>{JSON.stringify(dialect, null, 2)}</pre>
        </details>
      )}
    </div>
  )
}
