/** Numbers for the slugs of categories and for tags: counting by number costs nothing. */
export class Labels {
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()

  put(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  /** -1: no answer ever had it. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }
}
