import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { estimateSeconds } from './estimate-seconds.ts'
import { spokenText } from './pieces.ts'
import { speakText } from './speak-text.ts'

test('fourteen characters last a second and breaks are added', () => {
  expect(estimateSeconds([])).toBe(0)
  expect(estimateSeconds([{ kind: 'text', text: 'а'.repeat(28) }])).toBe(2)
  expect(
    estimateSeconds([
      { kind: 'text', text: 'а'.repeat(14) },
      { kind: 'break', ms: 250 },
    ]),
  ).toBe(1.25)
})

test('a sub lasts as long as what is heard, not as what was written', () => {
  expect(estimateSeconds([{ kind: 'sub', text: 'СМС', alias: 'эсэмэсэсэмэсэс' }])).toBe(1)
})

const installed = spawnSync('espeak-ng', ['--version']).status === 0

/** Seconds of sound that espeak-ng makes of a text at 140 words a minute: data bytes of a 22,050 Hz 16-bit mono WAV. */
function measure(text: string, voice: string): number {
  const { stdout } = spawnSync('espeak-ng', ['-v', voice, '-s', '140', '--stdout', text], { maxBuffer: 64 * 1024 * 1024 })
  return (stdout.length - 44) / (22_050 * 2)
}

/** Prompts of the length an IVR says (CHANNELS.md §3.2: 60–220 characters), made of the article text beside this test. */
function prompts(locale: string): string[] {
  return readFileSync(new URL(`golden/prompts.${locale}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
}

for (const locale of ['ru', 'en']) {
  test(`the estimate of 25 ${locale} prompts is within 20 % of espeak-ng at 140 words a minute${installed ? '' : ' (espeak-ng is not installed: only the prompts are checked)'}`, () => {
    const list = prompts(locale)
    expect(list.length).toBe(25)
    const ratios = list.map(prompt => {
      const { pieces } = speakText(prompt, locale)
      expect(estimateSeconds(pieces)).toBeGreaterThan(1)
      return installed
        ? estimateSeconds(pieces) / (measure(spokenText(pieces), locale) + pieces.filter(piece => piece.kind === 'break').length * 0.25)
        : 1
    })
    if (installed && process.env.SHOW_ESTIMATES === '1')
      console.log(
        locale,
        Math.min(...ratios).toFixed(2),
        (ratios.reduce((sum, ratio) => sum + ratio, 0) / 25).toFixed(2),
        Math.max(...ratios).toFixed(2),
      )
    for (const [index, ratio] of ratios.entries()) expect(Math.abs(ratio - 1), list[index]).toBeLessThanOrEqual(0.2)
  }, 60_000)
}
