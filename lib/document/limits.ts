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

/**
 * Decision scripts. The id of a step goes into the 64 bytes of a messenger's button together with the article's (CHANNELS.md §2.1); a question
 * with more than five options is two questions. `wholeLabel`: a longer label is cut on a button of VK, the shortest that cuts (WhatsApp says it in full in a list).
 */
export const scriptLimits = { id: 24, title: 200, label: 72, wholeLabel: 40, minOptions: 2, options: 5, steps: 200 } as const

/** Columns bound the memory of the rectangle check; nobody reads a table of more. */
export const tableLimits = { columns: 100, rows: 2000 } as const
