'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChannelView, LossView } from '#app/_ui/windows/channel-view.ts'
import { ChannelWindow } from '#app/_ui/windows/channel-window.tsx'
import { LossCount } from '#app/_ui/windows/loss-count.tsx'
import { LossList } from '#app/_ui/windows/loss-list.tsx'
import { SizeMeters } from '#app/_ui/windows/size-meters.tsx'
import type { ChannelKind } from '#lib/compile/types.ts'

interface Props {
  view: ChannelView
  own: string[]
  outdated: string[]
  onGo: (loss: LossView) => void
  onOwn: (kind: ChannelKind) => void
}

/** One channel: how much of its limits is used, what it cannot say (a click leads there), and what it says. */
export function LiveWindow({ view, own, outdated, onGo, onOwn }: Props) {
  const t = useTranslations()
  const { kind, draft, losses } = view
  const isOwn = own.includes(kind)
  return (
    <article className={`live-window live-${kind}`} aria-label={t(`windows.channels.${kind}`)}>
      <header className="wall-head">
        <Icon name={kind} />
        <h2 className="wall-name">{t(`windows.channels.${kind}`)}</h2>
        {outdated.includes(kind) && (
          <span className="state state-amber">
            <Icon name="warning" size={13} />
            {t('draft.variations.outdated')}
          </span>
        )}
        <Button size="compact-xs" variant="subtle" onClick={() => onOwn(kind)}>
          {t(isOwn ? 'draft.variations.own' : 'draft.variations.start')}
        </Button>
        <LossCount losses={losses} />
      </header>
      {draft && kind !== 'website' && kind !== 'operator' && kind !== 'agent' && <SizeMeters kind={kind} said={draft} />}
      {losses.length > 0 && <Losses losses={losses} onGo={onGo} />}
      <div className={`window window-compact window-${kind}`}>
        {draft ? <ChannelWindow kind={kind} said={draft} /> : <p className="window-empty">{t('windows.absent.draft')}</p>}
      </div>
    </article>
  )
}

/** Open by itself where something cannot be published. A long text has hundreds of losses: the list is there only while it is looked at. */
function Losses({ losses, onGo }: Pick<Props, 'onGo'> & { losses: LossView[] }) {
  const t = useTranslations('draft.windows')
  const isGrave = losses.some(({ level }) => level === 'error')
  const [isOpen, setOpen] = useState(isGrave)
  return (
    <details className="live-losses" open={isGrave || undefined} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('losses', { count: losses.length })}</summary>
      {isOpen && <LossList losses={losses} onGo={onGo} />}
    </details>
  )
}
