import type { DocumentPath } from '#lib/document/types.ts'

/** A loss at its place, in the language of the interface. `LossView` of the channel windows fits. */
export interface EditorLoss {
  path: DocumentPath
  level: 'info' | 'warning' | 'error'
  message: string
}
