import { parentPort, workerData } from 'node:worker_threads'
import { type Finding, finding } from '../../findings.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { convertUnit } from './convert-unit.ts'

export type ConvertAnswer = { converted: Converted } | { problem: Finding; line: number | undefined }

parentPort?.on('message', async (unit: ConvertUnit) => {
  parentPort?.postMessage(await answer(unit))
})

async function answer(unit: ConvertUnit): Promise<ConvertAnswer> {
  try {
    return { converted: await convertUnit(unit, workerData as ConvertSurroundings) }
  } catch (error) {
    if (error instanceof ConvertError) return { problem: error.finding, line: error.line }
    return { problem: finding(error instanceof RangeError ? 'too-deep-file' : 'damaged'), line: undefined }
  }
}
