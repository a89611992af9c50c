'use client'

import { Button, Group } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import { LeftNote } from '#app/_catalogue/left-note.tsx'
import { useFormCopy } from '#app/_catalogue/use-form-copy.ts'
import type { Clash } from '#app/_catalogue/use-saving.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { fieldsOf, type ScriptFields, scriptOf } from './meet-scripts.ts'
import { type DraftStep, type ScriptDraft, withMoved, withoutStep, withStep, withStepBetween } from './script-draft.ts'
import { ScriptGraph } from './script-graph.tsx'
import { editorProblems } from './script-problems.ts'
import { StepCard } from './step-card.tsx'
import { StepInWords } from './step-in-words.tsx'
import { useAnswers } from './use-answers.ts'
import { useScriptSaving } from './use-script-saving.ts'

interface Props {
  userId: string
  articleId: string
  locale: string
  version: number
  draft: ScriptDraft
}

/** A decision script as a list of steps and, beside it, as a graph; what keeps it from being published stands at its step while one edits. */
export function ScriptEditor({ userId, articleId, locale, version, draft }: Props) {
  const t = useTranslations('scripts')
  const met = useTranslations('catalogue.conflict')
  const notify = useNotify()
  const say = useProblemText()
  const [script, setScript] = useState(draft)
  const { steps } = script
  const fields = useMemo(() => fieldsOf(script), [script])
  const saving = useScriptSaving({
    path: `/articles/${articleId}/translations/${locale}`,
    fields,
    show: next => setScript(scriptOf(next)),
    stored: { fields: fieldsOf(draft), version },
    onMet: () => notify('success', met('met')),
  })
  const { problem, clash, isChanged } = saving
  const left = useFormCopy({
    userId,
    subject: `script ${articleId} ${locale}`,
    base: saving.base,
    isChanged,
    copy: { key: articleId, fields },
  })
  const answers = useAnswers(
    steps.map(({ kind, article }) => (kind === 'answer' ? article : '')),
    locale,
  )
  const problems = editorProblems(steps, answers)
  const setSteps = (next: DraftStep[]) => setScript({ ...script, steps: next })
  const change = (index: number, part: Partial<DraftStep>) =>
    setSteps(steps.map((step, at) => (at === index ? { ...step, ...part } : step)))
  // A new step is written in at once; whoever removes one goes on with its neighbour.
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    document.getElementById(`card-${wanted.current}`)?.querySelector<HTMLElement>('[data-step-title]')?.focus()
    wanted.current = null
  })
  const add = () => {
    const longer = withStep(steps, steps.length - 1)
    wanted.current = longer.at(-1)?.id ?? null
    setSteps(longer)
  }
  const remove = (index: number) => {
    const shorter = withoutStep(steps, index)
    wanted.current = shorter[Math.min(index, shorter.length - 1)]?.id ?? null
    setSteps(shorter)
  }
  const finish = (saved: object | null) => saved && notify('success', t('saved'))
  const save = async () => finish(await saving.save())
  useShortcuts(t('script'), [{ keys: 'Mod+S', label: t('save'), run: () => void (isChanged && !saving.isPending && save()) }])

  return (
    <div className="script-editor">
      <section aria-labelledby="script-steps">
        {left && (
          <LeftNote
            at={left.at}
            onTake={() => {
              saving.resume(left.base, left.copy.fields)
              left.discard()
            }}
            onDiscard={left.discard}
          />
        )}
        {clash ? (
          <ScriptConflict
            clash={clash}
            mine={fields}
            onKeepMine={async () => finish(await saving.keepMine())}
            onTakeTheirs={saving.takeTheirs}
          />
        ) : (
          problem && <ProblemNote>{say(problem)}</ProblemNote>
        )}
        <Group justify="space-between" my="sm">
          <h2 id="script-steps">{t('list')}</h2>
          <Group gap="xs">
            <span className="quiet" role="status">
              {problems.length === 0 ? t('ready') : t('problems', { count: problems.length })}
            </span>
            <Button onClick={save} loading={saving.isPending} disabled={!isChanged} aria-keyshortcuts="Control+S Meta+S">
              {t('save')}
            </Button>
          </Group>
        </Group>
        <ol className="script-steps">
          {steps.map((step, index) => (
            <StepCard
              key={step.id}
              step={step}
              index={index}
              steps={steps}
              locale={locale}
              answer={answers.get(step.article)}
              problems={problems.filter(problem => problem.step === index)}
              onChange={part => change(index, part)}
              onMove={by => setSteps(withMoved(steps, index, by))}
              onRemove={() => remove(index)}
              onAddStep={option => setSteps(withStepBetween(steps, index, option))}
            />
          ))}
        </ol>
        <Button variant="default" mt="sm" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {t('add')}
        </Button>
      </section>
      <ScriptGraph steps={steps} problems={problems} />
    </div>
  )
}

interface ConflictProps {
  clash: Clash<ScriptFields>
  mine: ScriptFields
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Both states of each step that two people changed, and of their order. */
function ScriptConflict({ clash, mine, onKeepMine, onTakeTheirs }: ConflictProps) {
  const t = useTranslations('scripts')
  const titleOf = (id: string) => mine.steps[id]?.title || clash.theirs.fields.steps[id]?.title || clash.from.fields.steps[id]?.title || id
  return (
    <FieldConflict
      clash={clash}
      mine={mine}
      labels={{ before: t('before'), after: t('after'), order: t('order'), steps: t('list') }}
      nameOf={id => t('stepNamed', { title: titleOf(id) })}
      say={(field, value) => {
        if (field === 'order') return (value as string[]).map(titleOf).join(' · ')
        if (field !== 'steps') return String(value ?? '')
        return value ? <StepInWords step={value as DraftStep} nameOf={titleOf} /> : t('removed')
      }}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  )
}
