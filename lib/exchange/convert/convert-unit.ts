import type { Converted, ConvertSurroundings, ConvertUnit } from './convert-task.ts'
import { readPage } from './read-page.ts'

/** Reads one file, or one Zendesk export, as articles. Meant for a thread of its own: what it reads may be made to be slow. Throws ConvertError. */
export async function convertUnit(unit: ConvertUnit, surroundings: ConvertSurroundings): Promise<Converted> {
  switch (unit.format) {
    case 'html':
      return readPage(unit, surroundings)
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(unit, surroundings)
    case 'csv':
    case 'xlsx':
      return (await import('./read-faq.ts')).readFaq(unit, surroundings)
    case 'zendesk':
      return (await import('./read-zendesk.ts')).readZendesk(unit, surroundings)
  }
}
