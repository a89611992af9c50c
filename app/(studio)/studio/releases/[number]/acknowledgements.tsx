import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { AcknowledgementView } from '#lib/delivery/list-acknowledgements.ts'

/** Which consumers have said that they serve the release. */
export async function Acknowledgements({ acknowledgements, number }: { acknowledgements: AcknowledgementView[]; number: number }) {
  const { t, format } = await readInterface()
  return (
    <section>
      <h2 className="day-title">{t('composer.acks.title')}</h2>
      {acknowledgements.length === 0 ? (
        <p className="quiet">{t('composer.acks.none')}</p>
      ) : (
        <ul className="events">
          {acknowledgements.map(({ consumer, channel, release, at }) => (
            <li key={`${consumer} ${channel}`} className="event">
              <div className="event-head">
                <Icon name={channel as ChannelKind} label={t(`windows.channels.${channel as ChannelKind}`)} />
                <span className="event-text">{consumer}</span>
                {release !== number && <span className="quiet">{t('composer.acks.later', { number: release })}</span>}
                <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })}</time>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
