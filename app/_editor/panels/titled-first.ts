/** What begins with the words first, then what has them in its title; the others were found by a question or an address. */
export function titledFirst<T extends { title: string }>(picks: readonly T[], words: string): T[] {
  const wanted = words.toLowerCase()
  const rank = ({ title }: T) => {
    const at = title.toLowerCase().indexOf(wanted)
    return at === 0 ? 0 : at > 0 ? 1 : 2
  }
  return picks.toSorted((a, b) => rank(a) - rank(b))
}
