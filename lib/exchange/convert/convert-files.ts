import { Worker } from 'node:worker_threads'
import { finding } from '../../findings.ts'
import { count, type ImportReport, warn } from '../import-report.ts'
import type { Converted, ConvertedArticle, ConvertSurroundings, ConvertUnit } from './convert-task.ts'
import type { ConvertAnswer } from './convert-thread.ts'

/** HARDENING.md B4: a document made on purpose takes 45 s and 1.4 GB. Whole tables and exports get longer. */
const ours: ConvertLimits = { megabytes: 512, milliseconds: { html: 20_000, docx: 20_000, csv: 60_000, xlsx: 60_000, zendesk: 120_000 } }

/** What one file may take. */
export interface ConvertLimits {
  megabytes: number
  milliseconds: Record<ConvertUnit['format'], number>
}

/**
 * Reads files of other formats in a thread with limits of memory and time, one after the other. A file that breaks a limit ends the thread; it is reported and left
 * out, and the next one gets a new thread.
 */
export async function convertFiles(
  units: readonly ConvertUnit[],
  surroundings: ConvertSurroundings,
  report: ImportReport,
  limits = ours,
): Promise<Converted> {
  const all: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  let worker: Worker | null = null
  try {
    for (const unit of units) {
      worker ??= startThread(surroundings, limits)
      const { answer, isAlive } = await ask(worker, unit, limits)
      if (!isAlive) {
        await worker.terminate()
        worker = null
      }
      if ('converted' in answer) add(all, answer.converted, report)
      else {
        count(report, 'failed')
        report.total += 1
        report.done += 1
        warn(report, {
          file: unit.files[0]?.path ?? '',
          ...(answer.line !== undefined && { line: answer.line }),
          level: 'error',
          ...answer.problem,
        })
      }
    }
  } finally {
    await worker?.terminate()
  }
  return all
}

function startThread(surroundings: ConvertSurroundings, limits: ConvertLimits): Worker {
  const thread = new Worker(new URL('./convert-thread.ts', import.meta.url), {
    workerData: surroundings,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 },
  })
  thread.on('error', () => undefined)
  return thread
}

/** Never rejects. */
function ask(worker: Worker, unit: ConvertUnit, limits: ConvertLimits): Promise<{ answer: ConvertAnswer; isAlive: boolean }> {
  return new Promise(resolve => {
    const end = (answer: ConvertAnswer, isAlive: boolean) => {
      clearTimeout(timer)
      worker.off('message', heard).off('error', failed).off('exit', failed)
      resolve({ answer, isAlive })
    }
    const seconds = limits.milliseconds[unit.format] / 1000
    const timer = setTimeout(() => end({ problem: finding('too-slow', { seconds }), line: undefined }, false), seconds * 1000)
    const heard = (answer: ConvertAnswer) => end(answer, true)
    const failed = () => end({ problem: finding('too-hungry', { megabytes: limits.megabytes }), line: undefined }, false)
    worker.on('message', heard).on('error', failed).on('exit', failed)
    worker.postMessage(unit)
  })
}

function add(all: Converted, { articles, pictures, lists, warnings }: Converted, report: ImportReport): void {
  for (const article of articles) all.articles.push(article satisfies ConvertedArticle)
  all.pictures.push(...pictures)
  all.lists.push(...lists)
  for (const warning of warnings) {
    warn(report, warning)
    if (warning.level !== 'error') continue
    count(report, 'failed')
    report.total += 1
    report.done += 1
  }
}
