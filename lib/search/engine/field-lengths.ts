import { fields } from './fields.ts'

/** Words per field of every document, and their sums for the averages. */
export class FieldLengths {
  #lengths = fields.map(() => new Uint16Array(256))
  readonly #sums = fields.map(() => 0)
  readonly #documents = fields.map(() => 0)

  set(document: number, lengths: readonly number[]): void {
    if (document >= this.#lengths[0]!.length) this.#grow(document)
    for (let field = 0; field < fields.length; field++) {
      const length = Math.min(65_535, lengths[field] ?? 0)
      this.#sums[field]! += length - this.#lengths[field]![document]!
      this.#documents[field]! += (length > 0 ? 1 : 0) - (this.#lengths[field]![document]! > 0 ? 1 : 0)
      this.#lengths[field]![document] = length
    }
  }

  of(field: number): Uint16Array {
    return this.#lengths[field]!
  }

  /** Of the documents that have the field; at least 1. */
  average(field: number): number {
    return Math.max(1, this.#sums[field]! / Math.max(1, this.#documents[field]!))
  }

  #grow(document: number): void {
    this.#lengths = this.#lengths.map(lengths => {
      const larger = new Uint16Array(Math.max(document + 1, lengths.length * 2))
      larger.set(lengths)
      return larger
    })
  }
}
