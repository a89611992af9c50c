import { expect, test } from 'vitest'
import { newReport } from '../import-report.ts'
import { house, unitOf } from './convert.fixture.ts'
import { type ConvertLimits, convertFiles } from './convert-files.ts'

const long = 60_000
const patient: ConvertLimits = { megabytes: 512, milliseconds: { html: long, docx: long, csv: long, xlsx: long, zendesk: long } }
const good = unitOf('csv', { 'faq.csv': 'Вопрос;Ответ\nКак?;Так.\n' })
const big = unitOf('html', { 'big.html': '<p>Текст</p>'.repeat(400_000) })

test('a file that takes too long is told with the limit and left out; the next one is read in another thread', async () => {
  const report = newReport()
  const converted = await convertFiles([big, good], house, report, { ...patient, milliseconds: { ...patient.milliseconds, html: 20 } })
  expect(converted.articles.map(({ path }) => path)).toEqual(['faq.csv:2'])
  expect(report.warnings).toMatchObject([{ file: 'big.html', level: 'error', reason: 'too-slow', arguments: { seconds: '0.02' } }])
  expect(report).toMatchObject({ failed: 1, total: 1, done: 1 })
})

test('a file that needs too much memory ends its thread and nothing else; the next one is read', async () => {
  const report = newReport()
  const converted = await convertFiles([big, good], house, report, { ...patient, megabytes: 48 })
  expect(converted.articles.map(({ path }) => path)).toEqual(['faq.csv:2'])
  expect(report.warnings).toMatchObject([{ file: 'big.html', level: 'error', reason: 'too-hungry', arguments: { megabytes: '48' } }])
})
