'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import type { Words } from '#app/_ui/say-problem.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { ImportWarning } from '#lib/exchange/import-report.ts'
import type { ShownImport } from './import-state.ts'
import { sayFinding } from './say-finding.ts'

/** Rows of a list that are shown at once; the rest is counted. */
const shown = 200
/** From one more on, places of which the same is said are folded. */
const many = 3

/** The lists of a report: problems with their place, titles that are there already, values against facts. Empty ones are not shown. */
export function ReportFindings({ state }: { state: ShownImport }) {
  const t = useTranslations('imports')
  const words = useTranslations() as unknown as Words
  const locale = useLocale()
  const format = useFormatter()
  const { warnings, duplicates, contradictions, omitted } = state
  const sorted = [...warnings].sort((left, right) => Number(right.level === 'error') - Number(left.level === 'error'))
  const sayPlace = ({ file, line, variation }: ImportWarning) => {
    const place = line === undefined ? file || t('whole') : t('line', { file, line })
    const channel = `windows.channels.${variation}`
    return variation === undefined ? place : `${place} · ${words.has(channel) ? words(channel) : variation}`
  }
  // A row of a table is named like a file of its own.
  const sayAt = (file: string) => {
    const [, name, line] = /^(.+):(\d+)$/.exec(file) ?? []
    return name === undefined ? file : t('line', { file: name, line: Number(line) })
  }
  // What the same is said of many files takes one row, so that it hides nothing else.
  const groups = [...Map.groupBy(sorted, warning => `${warning.level} ${sayFinding(words, locale, warning)}`)]
  const rows = groups.flatMap(([, some]) => (some.length > many ? [some] : some.map(one => [one])))
  return (
    <>
      {warnings.length > 0 && (
        <Findings
          title={t('warnings', { count: warnings.length + omitted })}
          heads={[t('place'), t('what')]}
          more={rows.length + omitted - shown}
        >
          {rows.slice(0, shown).map(some => {
            const [warning] = some as [ImportWarning]
            return (
              <tr key={`${warning.file} ${warning.line ?? ''} ${warning.message}`}>
                <td className="import-place">
                  {some.length === 1 ? (
                    sayPlace(warning)
                  ) : (
                    <Places title={t('places', { count: some.length })} places={some.map(sayPlace)} />
                  )}
                </td>
                <td>
                  <span className={`state state-${warning.level === 'error' ? 'red' : 'amber'}`}>{t(`levels.${warning.level}`)}</span>{' '}
                  {sayFinding(words, locale, warning)}
                </td>
              </tr>
            )
          })}
        </Findings>
      )}
      {duplicates.length > 0 && (
        <Findings
          title={t('duplicates', { count: duplicates.length })}
          heads={[t('place'), t('imported'), t('known'), t('score')]}
          more={duplicates.length - shown}
        >
          {duplicates.slice(0, shown).map(({ file, text, like, score }) => (
            <tr key={`${file} ${text}`}>
              <td className="import-place">{sayAt(file)}</td>
              <td>{text}</td>
              <td>
                {like.id === null ? (
                  `${like.text} (${sayAt(like.file ?? '')})`
                ) : (
                  <Link href={`/studio/articles/${like.id}`}>{like.text}</Link>
                )}
              </td>
              <td className="number">{format.number(score, { style: 'percent' })}</td>
            </tr>
          ))}
        </Findings>
      )}
      {contradictions.length > 0 && (
        <Findings
          title={t('contradictions', { count: contradictions.length })}
          heads={[t('place'), t('said'), t('fact')]}
          more={contradictions.length - shown}
        >
          {contradictions.slice(0, shown).map(({ file, text, value, fact }) => (
            <tr key={`${file} ${text} ${fact.key}`}>
              <td className="import-place">{sayAt(file)}</td>
              <td>
                <b>{value}</b> <span className="quiet">{text}</span>
              </td>
              <td>
                <Link href={`/studio/facts/${fact.key}`}>{fact.title}</Link>: {fact.value}
              </td>
            </tr>
          ))}
        </Findings>
      )}
    </>
  )
}

function Places({ title, places }: { title: string; places: string[] }) {
  const t = useTranslations('imports')
  return (
    <details>
      <summary>{title}</summary>
      <ul className="import-places">
        {[...new Set(places)].slice(0, shown).map(place => (
          <li key={place}>{place}</li>
        ))}
        {places.length > shown && <li>{t('more', { count: places.length - shown })}</li>}
      </ul>
    </details>
  )
}

function Findings({ title, heads, more, children }: { title: string; heads: string[]; more: number; children: ReactNode }) {
  const t = useTranslations('imports')
  return (
    <section className="import-findings">
      <h2>{title}</h2>
      <TableBox label={title}>
        <table className="table table-stacked">
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </TableBox>
      {more > 0 && <p className="quiet">{t('more', { count: more })}</p>}
    </section>
  )
}
