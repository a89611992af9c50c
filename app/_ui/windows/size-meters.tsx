'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { chatLimits, dialogueLimits } from '#lib/compile/limits.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'

type Measure = 'characters' | 'seconds' | 'messages'

/** How long the answer is in this channel, as meters where there is a limit. */
export function SizeMeters({ kind, said }: { kind: ChannelKind; said: SaidView }) {
  const { characters, seconds, messages } = said.size
  return (
    <div className="meters">
      {messages !== undefined && <Meter measure="messages" value={messages} max={chatLimits.plain.parts.max} />}
      {seconds !== undefined && <Meter measure="seconds" value={seconds} max={dialogueLimits.answerSeconds.max} />}
      <Meter measure="characters" value={characters} max={maxCharacters(kind, messages)} />
    </div>
  )
}

/** Own rules and vendors' limits (lib/compile/limits.ts); pages have none. */
function maxCharacters(kind: ChannelKind, messages = 1): number | null {
  if (kind === 'ivr') return dialogueLimits.answerText.max
  return kind === 'chatbot' ? chatLimits.plain.text.max * Math.max(messages, 1) : null
}

function Meter({ measure, value, max }: { measure: Measure; value: number; max: number | null }) {
  const t = useTranslations('size')
  const format = useFormatter()
  const name = t(measure)
  const state = max === null ? 'within' : value > max ? 'over' : value > max * 0.8 ? 'near' : 'within'
  return (
    <div className="meter">
      <span className="meter-name">{name}</span>
      <span className="meter-value">
        {format.number(value, { maximumFractionDigits: 1 })}
        {max !== null && <span className="quiet"> / {format.number(max)}</span>}
      </span>
      {max !== null && (
        <div className={`meter-bar meter-${state}`} aria-hidden="true">
          <span style={{ width: `${Math.min(100, (value / max) * 100)}%` }} />
        </div>
      )}
    </div>
  )
}
