import { DeleteButton } from '#app/_catalogue/delete-button.tsx'
import { HistoryLink } from '#app/_catalogue/history-link.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { SynonymEntry } from '#lib/authoring/list-synonyms.ts'
import type { SynonymFault } from '#lib/search/find-synonym-faults.ts'
import { EditSynonymButton } from './synonym-dialog.tsx'

interface Props {
  synonyms: SynonymEntry[]
  faults: ReadonlyMap<string, SynonymFault[]>
  canWrite: boolean
  locales: readonly string[]
}

export async function SynonymTable({ synonyms, faults, canWrite, locales }: Props) {
  const { t } = await readInterface()
  return (
    <TableBox label={t('catalogue.synonyms.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{t('catalogue.synonyms.terms')}</th>
            <th scope="col">{t('catalogue.synonyms.direction')}</th>
            <th scope="col">{t('articles.languages')}</th>
            <th scope="col">{t('facts.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {synonyms.map(entry => (
            <tr key={entry.id}>
              <td className="wide" lang={entry.locale}>
                <span className="terms">
                  {entry.direction === 'one-way' ? (
                    <>
                      <span>{entry.terms.slice(1).join(', ')}</span>
                      <Icon name="right" size={15} label={t('catalogue.synonyms.finds')} />
                      <strong>{entry.terms[0]}</strong>
                    </>
                  ) : (
                    <strong>{entry.terms.join(' = ')}</strong>
                  )}
                </span>
                {(faults.get(entry.id) ?? []).map(fault => (
                  <span key={`${fault.kind} ${fault.terms.join()} ${'other' in fault ? fault.other : ''}`} className="fault">
                    <Icon name={fault.kind === 'chain' || fault.kind === 'built-in' ? 'info' : 'warning'} size={15} />
                    {t(`catalogue.synonyms.faults.${fault.kind}`, { terms: fault.terms.join(', ') })}
                  </span>
                ))}
              </td>
              <td className="nowrap">{t(`catalogue.synonyms.directions.${entry.direction}`)}</td>
              <td>
                <span className="locale-mark">{entry.locale}</span>
              </td>
              <td className="nowrap last">
                <span className="row-actions">
                  <HistoryLink href={`/studio/synonyms/${entry.id}`} name={entry.terms.join(', ')} />
                  {canWrite && (
                    <>
                      <EditSynonymButton entry={entry} locales={locales} />
                      <DeleteButton
                        path={`/synonyms/${entry.id}`}
                        version={entry.version}
                        name={entry.terms.join(', ')}
                        then={null}
                        compact
                        kind="synonym"
                      />
                    </>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
