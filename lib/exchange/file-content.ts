/** A file of an import, in memory. `path` is relative, with forward slashes. */
export interface ImportFile {
  path: string
  content: Uint8Array | string
}

/** The text of a file, whatever it came as. */
export function textOf({ content }: ImportFile): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

export function bytesOf({ content }: ImportFile): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
