'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { LossPlace, LossView } from './channel-view.ts'

const order = { error: 0, warning: 1, info: 2 }

/** What a channel cannot say as it is written, worst first, with its place; `onGo` leads there. */
export function LossList({ losses, onGo }: { losses: LossView[]; onGo?: (loss: LossView) => void }) {
  const t = useTranslations('losses')
  if (losses.length === 0)
    return (
      <p className="loss-free">
        <Icon name="check" size={16} />
        {t('none')}
      </p>
    )
  return (
    <ul className="losses">
      {losses
        .toSorted((a, b) => order[a.level] - order[b.level])
        .map(loss => (
          <li key={`${loss.path} ${loss.message}`} className={`loss loss-${loss.level}`}>
            <Icon name={loss.level} size={17} label={t(`levels.${loss.level}`)} />
            <div>
              {onGo ? (
                <button type="button" className="loss-go" onClick={() => onGo(loss)}>
                  {loss.message}
                </button>
              ) : (
                <p>{loss.message}</p>
              )}
              <Place place={loss.place} />
            </div>
          </li>
        ))}
    </ul>
  )
}

function Place({ place }: { place: LossPlace }) {
  const t = useTranslations()
  const channel = place.channel ? t(`windows.channels.${place.channel as 'ivr'}`) : ''
  return (
    <p className="loss-place">
      {t(`losses.places.${place.kind}`, { number: place.number ?? 0, channel })}
      {place.excerpt && <q>{place.excerpt}</q>}
    </p>
  )
}
