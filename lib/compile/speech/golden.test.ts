import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FactType, FactValue } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'
import { type SpeechPiece, type Spoken, speechCases } from './pieces.ts'
import { speakFact } from './speak-fact.ts'
import { speakText } from './speak-text.ts'

/** Goldens are tables a non-programmer can read; `UPDATE_GOLDEN=1 npx vitest run lib/compile/speech` rewrites the spoken columns. */
const row = /^\| (.+?) \| (.*?) ?\| (.*?) ?\|$/
const factInput = /^fact (\w+) (\S+)(?: unit (\w+))?(?: case (\w+))?(?: form (short|long))?$/

function show(pieces: readonly SpeechPiece[]): string {
  return pieces.map(piece => (piece.kind === 'text' ? piece.text : piece.kind === 'break' ? ' ‖ ' : `[${piece.alias}]`)).join('')
}

function speakRow(written: string, locale: string): { spoken: string; reported: string } {
  const fact = factInput.exec(written)
  if (fact !== null) {
    const value: FactValue = { key: 'golden', type: fact[1] as FactType, value: fact[2]!, unit: fact[3] ?? null }
    const options: { case?: SpeechCase; form?: 'short' | 'long' } = {}
    if (fact[4] !== undefined && (speechCases as readonly string[]).includes(fact[4])) options.case = fact[4] as SpeechCase
    if (fact[5] !== undefined) options.form = fact[5] as 'short' | 'long'
    return { spoken: show(speakFact(value, locale, options)), reported: '' }
  }
  const spoken: Spoken = speakText(written.replaceAll('⍽', '\u00a0').replaceAll('¦', '|'), locale)
  return { spoken: show(spoken.pieces), reported: spoken.unspeakable.map(entry => `${entry.text} (${entry.reason})`).join(', ') }
}

for (const [locale, least] of [
  ['ru', 170],
  ['en', 90],
] as const) {
  test(`every line of golden/${locale}.md is spoken as a native speaker would say it`, () => {
    const file = new URL(`golden/${locale}.md`, import.meta.url)
    const lines = readFileSync(file, 'utf8').split('\n')
    const spoken = lines.map(line => {
      const match = row.exec(line)
      if (match === null || match[1] === 'Written' || match[1]!.startsWith('---')) return line
      const result = speakRow(match[1]!, locale)
      return `| ${match[1]} | ${result.spoken} | ${result.reported} |`
    })
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, spoken.join('\n'))
    else expect(spoken).toEqual(lines)
    expect(lines.filter(line => row.test(line)).length - lines.filter(line => line.startsWith('| Written')).length).toBeGreaterThanOrEqual(
      least,
    )
  })
}
