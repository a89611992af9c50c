'use client'

import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useScrollBox } from '#app/_ui/use-scroll-box.ts'
import type { IvrContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'
import { ListenButton } from './listen-button.tsx'
import { SecondsDial } from './seconds-dial.tsx'

/** The phone: how long it speaks, what it says piece by piece, and the text for speech engines. */
export function IvrWindow({ said, content }: { said: SaidView; content: IvrContent }) {
  const t = useTranslations('windows')
  const [profile, setProfile] = useState('')
  const box = useScrollBox<HTMLDivElement>(t('channels.ivr'))
  const dialect = said.profiles[profile] as { body?: string; text?: string } | undefined
  return (
    <div className="phone">
      <div className="phone-head">
        <SecondsDial seconds={content.seconds} />
        <ListenButton text={content.script} locale={said.locale} />
      </div>
      <NativeSelect
        size="xs"
        label={t('speechProfile')}
        className="window-select"
        value={profile}
        onChange={event => setProfile(event.currentTarget.value)}
        data={[{ value: '', label: t('script') }, ...Object.keys(said.profiles).map(name => ({ value: name, label: name }))]}
      />
      <div className="phone-text" lang={dialect === undefined ? said.locale : undefined} {...box}>
        {dialect === undefined ? <Segments content={content} /> : <pre className="ssml">{dialect.body ?? dialect.text}</pre>}
      </div>
    </div>
  )
}

function Segments({ content }: { content: IvrContent }) {
  const t = useTranslations('windows')
  if (content.segments.length === 0) return <p>{content.script}</p>
  return (
    <ol className="segments">
      {content.segments.map(({ text, seconds }) => (
        <li key={text}>
          <span>{text}</span>
          <span className="segment-seconds">{t('seconds', { seconds })}</span>
        </li>
      ))}
    </ol>
  )
}
