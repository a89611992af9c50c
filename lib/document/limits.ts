/**
 * What a document may hold. Depth, nodes and text are checked iteratively before anything recursive touches the input: JSON.parse accepts
 * 200,000 levels, while a recursive validator overflows the stack at about 1,000 (measured).
 */
export const documentLimits = {
  /** Nodes from the document down to the deepest one, the document included. */
  depth: 64,
  nodes: 20_000,
  /** UTF-8 bytes of all text and attributes together. */
  textBytes: 500_000,
  /** Errors reported for one document; the rest is not listed. */
  errors: 50,
} as const

/** The longest attributes, in characters (UTF-16 code units). */
export const lengthLimits = { href: 2000, alt: 500, caption: 300, summary: 300, key: 80, language: 40, channels: 20 } as const

/** Columns bound the memory of the rectangle check; nobody reads a table of more. */
export const tableLimits = { columns: 100, rows: 2000 } as const
