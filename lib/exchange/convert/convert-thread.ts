import { parentPort, workerData } from 'node:worker_threads'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { convertUnit } from './convert-unit.ts'

export type ConvertAnswer = { converted: Converted } | { problem: string; line: number | undefined }

parentPort?.on('message', async (unit: ConvertUnit) => {
  parentPort?.postMessage(await answer(unit))
})

async function answer(unit: ConvertUnit): Promise<ConvertAnswer> {
  try {
    return { converted: await convertUnit(unit, workerData as ConvertSurroundings) }
  } catch (error) {
    if (error instanceof ConvertError) return { problem: error.message, line: error.line }
    return { problem: error instanceof RangeError ? 'is nested too deep to be read' : 'cannot be read: it is damaged', line: undefined }
  }
}
