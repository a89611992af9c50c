import type { PanelAnswer } from '../panel-api.ts'

/** What an operator reads of an answer, as one text. */
export function textOf({ title, content }: Pick<PanelAnswer, 'title' | 'content'>): string {
  return [title, content.shortAnswer, content.text].filter(part => part !== '').join('\n\n')
}
