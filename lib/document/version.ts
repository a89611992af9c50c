/** Stored beside every document. Raised when the shape changes so that old documents need a rewrite. */
export const documentVersion = 1

/** upgrades[n] turns a document of version n into one of version n + 1. */
const upgrades: Record<number, (document: unknown) => unknown> = {}

/**
 * A stored document in today's shape; call it before parseDocument. Throws RangeError for a version that this program does not know
 * (a database written by a newer program).
 */
export function upgradeDocument(document: unknown, version: number): unknown {
  if (!Number.isInteger(version) || version < 1 || version > documentVersion) {
    throw new RangeError(`document version ${version} is not known, this program reads 1 to ${documentVersion}`)
  }
  let upgraded = document
  for (let from = version; from < documentVersion; from++) {
    const upgrade = upgrades[from]
    if (upgrade === undefined) throw new RangeError(`no upgrade from document version ${from}`)
    upgraded = upgrade(upgraded)
  }
  return upgraded
}
