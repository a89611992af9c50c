/** Rows of keys, each a little to the right of the one above. */
const keyboards = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
]
/** Letters that are written for each other by ear. */
const alike = [
  'aeiouy',
  'аеиоуыэюяй',
  'csz',
  'ckq',
  'sz',
  'td',
  'bp',
  'vwf',
  'gjk',
  'mn',
  'зс',
  'дт',
  'бп',
  'вф',
  'гкх',
  'жшщ',
  'чщ',
  'цс',
  'ьъ',
]

const near = new Set([...alike.flatMap(pairsOf), ...keyboards.flatMap(neighboursOf)])

/** Whether one folded letter is easily typed or written for another: beside it on an English or Russian keyboard, or of a like sound. */
export function isNearLetter(one: string, other: string): boolean {
  return near.has(one + other)
}

function pairsOf(letters: string): string[] {
  return [...letters].flatMap(one => [...letters].map(other => one + other))
}

function neighboursOf(rows: readonly string[]): string[] {
  return rows.flatMap((row, at) =>
    [...row].flatMap((letter, place) => {
      const below = rows[at + 1] ?? ''
      const beside = [row[place + 1], below[place - 1], below[place]].filter(other => other !== undefined)
      return beside.flatMap(other => [letter + other, other + letter])
    }),
  )
}
