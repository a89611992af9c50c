import type { ReactNode } from 'react'
import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Words } from '#app/_ui/say-problem.ts'
import type { ContentDifference } from '#lib/difference/compare-contents.ts'
import { compareLists } from '#lib/difference/compare-lists.ts'
import type { FactTexts } from './inline-difference.tsx'
import { InlineDifference } from './inline-difference.tsx'
import { Marked } from './marked.tsx'
import { WordDifference } from './word-difference.tsx'

interface Props {
  content: ContentDifference
  facts: FactTexts
  /** Of the text. */
  lang: string
  t: Interface['t']
  /** Titles of categories by slug. */
  categories: Record<string, string>
  beside?: (path: string) => ReactNode
}

/** Title, short answer, questions and metadata, with what changed in them. Metadata that stays is left out. */
export function FieldDifference({ content, facts, lang, t, categories, beside }: Props) {
  const { title, shortAnswer, questions, metadata } = content
  const words = t as unknown as Words
  const named: Record<string, (value: string) => string> = {
    category: value => categories[value] ?? value,
    audience: value => saidOr(words, `edit.audiences.${value}`, value),
    channels: value => saidOr(words, `windows.channels.${value}`, value),
  }
  const nameOf = (field: string, value: string) => named[field]?.(value) ?? value
  return (
    <dl className="diff-fields">
      <Field label={t('edit.titleField')} id="place-title" beside={beside?.('/title')}>
        <strong lang={lang}>
          <WordDifference pieces={title} t={t} />
        </strong>
      </Field>
      <Field label={t('edit.shortAnswer')} id="place-shortAnswer" beside={beside?.('/shortAnswer')}>
        <span lang={lang}>{shortAnswer.length === 0 ? '—' : <InlineDifference pieces={shortAnswer} facts={facts} t={t} />}</span>
      </Field>
      {questions.added.length + questions.removed.length + questions.kept.length > 0 && (
        <Field label={t('workflow.field.questions')}>
          <ul lang={lang} className="diff-list">
            {questions.removed.map(one => (
              <li key={one}>
                <Marked fate="removed" t={t}>
                  {one}
                </Marked>
              </li>
            ))}
            {questions.added.map(one => (
              <li key={one}>
                <Marked fate="added" t={t}>
                  {one}
                </Marked>
              </li>
            ))}
            {questions.kept.map(one => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Field>
      )}
      {metadata.map(({ field, before, after }) => (
        <Field key={field} label={t(`workflow.field.${field}`)}>
          <Values
            before={before?.map(value => nameOf(field, value)) ?? null}
            after={after.map(value => nameOf(field, value))}
            t={t}
            empty={t(`workflow.field.${field === 'channels' ? 'all' : 'none'}`)}
          />
        </Field>
      ))}
    </dl>
  )
}

function saidOr(t: Words, key: string, value: string): string {
  return t.has(key) ? t(key) : value
}

interface ValuesProps {
  before: string[] | null
  after: string[]
  /** What no value at all means. */
  empty: string
  t: Interface['t']
}

function Values({ before, after, empty, t }: ValuesProps) {
  const { removed, added, kept } = compareLists(
    before === null ? [] : before.length > 0 ? before : [empty],
    after.length > 0 ? after : [empty],
  )
  const runs = [
    ...kept.map(one => ['same', one] as const),
    ...removed.map(one => ['removed', one] as const),
    ...added.map(one => ['added', one] as const),
  ]
  return runs.map(([fate, one]) => (
    <span key={one}>
      <Marked fate={fate} t={t}>
        {one}
      </Marked>
    </span>
  ))
}

function Field({ label, id, beside, children }: { label: string; id?: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <div className="diff-field" id={id}>
      <dt>{label}</dt>
      <dd>
        <div className="diff-field-text">{children}</div>
        {beside}
      </dd>
    </div>
  )
}
