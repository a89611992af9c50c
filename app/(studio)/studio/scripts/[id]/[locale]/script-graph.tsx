'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useScrollBox } from '#app/_ui/use-scroll-box.ts'
import { layOut, nodeSize } from './lay-out.ts'
import type { DraftStep } from './script-draft.ts'
import type { EditorProblem } from './script-problems.ts'
import { useStepName } from './use-step-name.ts'

/** Characters of a line in a box of the graph. */
const lineLength = 22
/** From this width on, in pixels, a graph is made smaller where there is less room. */
const wide = 544

/** The script as a graph from top to bottom. The list beside it says the same in words. */
export function ScriptGraph({ steps, problems }: { steps: DraftStep[]; problems: EditorProblem[] }) {
  const t = useTranslations('scripts')
  const { nodes, edges, width, height } = useMemo(() => layOut(steps), [steps])
  const box = useScrollBox<HTMLDivElement>(t('graph'))
  const nameOf = useStepName()
  const broken = new Set(problems.map(({ step }) => step))
  return (
    <div className="script-graph">
      <h2>{t('graph')}</h2>
      <div className="script-canvas" {...box}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          className={width > wide ? 'script-wide' : undefined}
          role="img"
          aria-label={t('graph')}
        >
          <defs>
            <marker id="script-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" className="script-arrow" />
            </marker>
          </defs>
          {edges.map(({ key, path }) => (
            <path key={key} d={path} className="script-edge" markerEnd="url(#script-arrow)" />
          ))}
          {nodes.map(({ index, x, y }) => {
            const step = steps[index]
            return (
              <g key={step?.id} className={`script-node script-${step?.kind}${broken.has(index) ? ' script-broken' : ''}`}>
                <rect
                  x={x - nodeSize.width / 2}
                  y={y - nodeSize.height / 2}
                  width={nodeSize.width}
                  height={nodeSize.height}
                  rx={step?.kind === 'question' ? 22 : 6}
                />
                {linesOf(`${step ? nameOf(step, index) : ''}${broken.has(index) ? ' ⚠' : ''}`).map((line, at, all) => (
                  <text key={line} x={x} y={y + (at - (all.length - 1) / 2) * 15 + 4} textAnchor="middle">
                    {line}
                  </text>
                ))}
              </g>
            )
          })}
        </svg>
      </div>
    </div>
  )
}

/** A title in at most two lines. */
function linesOf(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length + 1 > lineLength) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  const [first = '', second, ...rest] = lines
  return second === undefined ? [first] : [first, rest.length > 0 ? `${second}…` : second]
}
