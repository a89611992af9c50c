const placeholder = /^import_(\d+)$/

/** Stands for an article of the import until its slug is known. No slug has an underscore, so that no article can be called like this. */
export function placeholderOf(index: number): string {
  return `import_${index}`
}

/** The placeholder's index, null for any other reference. */
export function placeholderIndex(ref: string): number | null {
  const index = placeholder.exec(ref)?.[1]
  return index === undefined ? null : Number(index)
}
