import type { Interface } from '#app/_i18n/read-interface.ts'
import type { StateDifference } from '#lib/review/compare-sides.ts'
import { TableBox } from '../table-box.tsx'
import { Marked } from './marked.tsx'

/** The facts that are said in either state, with the value of then and of now. */
export function FactDifference({ facts, t }: { facts: StateDifference['facts']; t: Interface['t'] }) {
  if (facts.length === 0) return <p className="quiet">{t('workflow.difference.noFacts')}</p>
  return (
    <TableBox label={t('workflow.difference.facts')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('workflow.difference.fact')}</th>
            <th scope="col">{t('workflow.difference.before')}</th>
            <th scope="col">{t('workflow.difference.after')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ key, before, after }) => (
            <tr key={key}>
              <td className="mono">{key}</td>
              <td>
                {before === null ? (
                  '—'
                ) : (
                  <Marked fate={before === after ? 'same' : 'removed'} t={t}>
                    {before}
                  </Marked>
                )}
              </td>
              <td>
                {after === null ? (
                  '—'
                ) : (
                  <Marked fate={before === after ? 'same' : 'added'} t={t}>
                    {after}
                  </Marked>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
