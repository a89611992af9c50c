'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { FactType } from '#lib/document/facts.ts'
import type { FactReading } from '#lib/impact/describe-fact.ts'

const writing = ['website', 'chatbot', 'operator', 'agent'] as const

/** How the chosen value reads: in every written channel, abbreviated, written out, and on the phone in each case. */
export function FactReadings({ readings, chosen, type }: { readings: FactReading[]; chosen: number; type: FactType }) {
  const t = useTranslations()
  const own = readings.filter(({ index }) => index === chosen)
  if (own.length === 0) return null
  const hasForms = type !== 'text' && type !== 'url' && type !== 'phone' && type !== 'date' && type !== 'timeRange'
  return (
    <section className="panel" aria-labelledby="readings">
      <h2 id="readings">{t('catalogue.facts.readings')}</h2>
      <TableBox label={t('catalogue.facts.readingsTable')}>
        <table className="table readings">
          <thead>
            <tr>
              <th scope="col">{t('catalogue.facts.channel')}</th>
              {own.map(({ locale }) => (
                <th key={locale} scope="col">
                  {locale.toUpperCase()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <span className="reading-channels">
                  {writing.map(kind => (
                    <span key={kind}>
                      <Icon name={kind} size={16} />
                      {t(`windows.channels.${kind}`)}
                    </span>
                  ))}
                </span>
              </th>
              {own.map(({ locale, written }) => (
                <td key={locale} lang={locale}>
                  <strong>{written.usual}</strong>
                </td>
              ))}
            </tr>
            {hasForms &&
              (['short', 'long'] as const).map(form => (
                <tr key={form}>
                  <th scope="row">{t(`catalogue.facts.forms.${form}`)}</th>
                  {own.map(({ locale, written }) => (
                    <td key={locale} lang={locale}>
                      {written[form]}
                    </td>
                  ))}
                </tr>
              ))}
            {(own[0]?.spoken.length ?? 0) >= 1 &&
              longestCases(own).map(one => (
                <tr key={one}>
                  <th scope="row">
                    <span className="reading-channels">
                      <span>
                        <Icon name="ivr" size={16} />
                        {t(`catalogue.facts.cases.${one}`)}
                      </span>
                    </span>
                  </th>
                  {own.map(({ locale, spoken }) => (
                    <td key={locale} lang={locale}>
                      {spoken.find(form => form.case === one)?.text ?? '—'}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  )
}

function longestCases(readings: FactReading[]) {
  return readings.map(({ spoken }) => spoken.map(form => form.case)).sort((a, b) => b.length - a.length)[0] ?? []
}
