'use client'

import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { ImportReport } from '../import-report.tsx'
import { useImport } from '../use-import.ts'
import { detectFormat, formats } from './detect-format.ts'
import { FileDrop } from './file-drop.tsx'
import { sendImport } from './send-import.ts'

interface Props {
  canPublish: boolean
  /** Bytes of one file and of all. */
  limits: { file: number; packed: number }
}

/** Takes files, tries them first, shows what would happen, and then imports them. */
export function NewImport({ canPublish, limits }: Props) {
  const t = useTranslations('imports')
  const say = useProblemText()
  const [files, setFiles] = useState<File[]>([])
  const [format, setFormat] = useState('')
  const [id, setId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const state = useImport(id)
  const tooLarge =
    files.reduce((sum, { size }) => sum + size, 0) > limits.packed ||
    files.some(({ size, name }) => size > limits.file && !/\.zip$/i.test(name))
  const isRunning = busy || (id !== null && (state === null || state.status === 'running'))
  const isTried = state?.dryRun === true && state.status === 'done'

  const take = (next: File[]) => {
    setFiles(next)
    setId(null)
    setProblem(null)
  }
  const start = async (dryRun: boolean, publish: boolean) => {
    setBusy(true)
    setProblem(null)
    const reply = await sendImport(files, { dryRun, publish, format })
    setBusy(false)
    if (reply.ok) setId(reply.body.id)
    else setProblem(reply.problem)
  }
  return (
    <div className="import-form">
      <FileDrop
        files={files}
        disabled={isRunning}
        onFiles={take}
        describe={file => t(`formats.${detectFormat(file.name)}`)}
        limits={limits}
      />
      {files.some(({ name }) => detectFormat(name) === 'unknown') && (
        <NativeSelect
          label={t('format')}
          description={t('formatHint')}
          value={format}
          onChange={event => setFormat(event.currentTarget.value)}
          data={[{ value: '', label: t('formats.detect') }, ...formats.map(value => ({ value, label: t(`formats.${value}`) }))]}
        />
      )}
      {tooLarge && <ProblemNote>{t('tooLarge', { file: limits.file / 1_048_576, all: limits.packed / 1_048_576 })}</ProblemNote>}
      {problem && (
        <ProblemNote>
          {t('refused')} {say(problem)}
        </ProblemNote>
      )}
      <div className="import-actions">
        {!isTried && (
          <Button
            disabled={files.length === 0 || tooLarge || isRunning || (state !== null && !state.dryRun)}
            onClick={() => start(true, false)}
          >
            {t('try')}
          </Button>
        )}
        {isTried && (
          <>
            <Button disabled={isRunning} onClick={() => start(false, false)}>
              {t('import')}
            </Button>
            {canPublish && (
              <Button variant="default" disabled={isRunning} onClick={() => start(false, true)}>
                {t('importAndRelease')}
              </Button>
            )}
          </>
        )}
      </div>
      {state && <ImportReport state={state} />}
    </div>
  )
}
