import type { Istok } from '../../istok.ts'
import { bytesOf } from '../file-content.ts'
import type { SortedFiles } from '../import-file.ts'
import type { LinkTargets } from '../link-targets.ts'
import type { ConvertSurroundings, ConvertUnit } from './convert-task.ts'

/** Further articles of one file are counted from here on, each file in a million of its own: their numbers meet no other. */
const spread = 1_000_000

/** The files to be converted as the thread gets them: one by one, all files of a help centre together. `first`: the number of the first of them in links. */
export function unitsOf(converted: SortedFiles['converted'], first: number): ConvertUnit[] {
  const units: ConvertUnit[] = []
  let zendesk: ConvertUnit | undefined
  for (const [at, file] of converted.entries()) {
    const { format } = file
    const isOne = format === 'html' || format === 'docx'
    const one = { path: file.path, content: bytesOf(file) }
    if (format === 'zendesk' && zendesk) zendesk.files.push(one)
    else units.push({ format, files: [one], base: isOne ? first + at : spread * (at + 1) })
    if (format === 'zendesk') zendesk ??= units.at(-1)
  }
  return units
}

/** What the thread has to know. */
export function surroundingsOf(istok: Istok, targets: LinkTargets, media: ReadonlyMap<string, string>): ConvertSurroundings {
  const pictures = new Map([...media].map(([path, id]) => [path.toLowerCase(), id]))
  return { locales: istok.env.locales, targets: targets.byPath, pictures }
}
