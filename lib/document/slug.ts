/** Readable transliteration after ГОСТ 7.79-2000 system B with the changes that Russian web addresses use (й y, ё e, ц ts, э e, ы y, no signs). */
export const latinLetters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
}

/** A slug for a title, cut at a word to 100 characters; `fallback` when nothing Latin, Cyrillic or numeric is in it. */
export function slugFromTitle(title: string, fallback = 'article'): string {
  const transliterated = Array.from(title.normalize('NFC').toLowerCase(), letter => latinLetters[letter] ?? letter).join('')
  const words = transliterated
    .normalize('NFKD')
    .replace(/[\u0300-\u036F'’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, 100) : `${slug}-${word}`
    if (longer.length > 100) break
    slug = longer
  }
  return slug === '' ? fallback : slug
}
