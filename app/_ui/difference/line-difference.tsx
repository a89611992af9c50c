import type { Interface } from '#app/_i18n/read-interface.ts'
import type { LineDifference } from '#lib/difference/types.ts'
import { keyed, WordDifference } from './word-difference.tsx'

/** Lines without a change that stand around each change; longer stretches are folded. */
const around = 2

/** What a channel says, line by line; long stretches that stay as they are can be unfolded. */
export function LineDifferences({ lines, lang, t }: { lines: readonly LineDifference[]; lang: string; t: Interface['t'] }) {
  return (
    <div className="diff-lines" lang={lang}>
      {keyed(stretchesOf(lines), stretch => `${stretch.isFolded}${JSON.stringify(stretch.lines[0])}`).map(([key, stretch]) =>
        stretch.isFolded ? (
          <details key={key} className="diff-fold">
            <summary>{t('workflow.difference.unchanged', { count: stretch.lines.length })}</summary>
            <Lines lines={stretch.lines} t={t} />
          </details>
        ) : (
          <Lines key={key} lines={stretch.lines} t={t} />
        ),
      )}
    </div>
  )
}

function Lines({ lines, t }: { lines: readonly LineDifference[]; t: Interface['t'] }) {
  return keyed(lines, line => JSON.stringify(line)).map(([key, line]) => (
    <p key={key} className={line.isChanged ? 'diff-line diff-line-changed' : 'diff-line'}>
      <WordDifference pieces={line.pieces} t={t} />
    </p>
  ))
}

interface Stretch {
  isFolded: boolean
  lines: LineDifference[]
}

function stretchesOf(lines: readonly LineDifference[]): Stretch[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some(({ isChanged }) => isChanged))
  const stretches: Stretch[] = []
  for (const [index, line] of lines.entries()) {
    const isFolded = !near[index]
    const last = stretches.at(-1)
    if (last?.isFolded === isFolded) last.lines.push(line)
    else stretches.push({ isFolded, lines: [line] })
  }
  const hasChange = near.includes(true)
  return stretches.map(stretch => (hasChange && stretch.lines.length > 2 ? stretch : { ...stretch, isFolded: false }))
}
