/** The locale to show to somebody whose browser says `accepted` (an Accept-Language header); the first of ours when none fits. */
export function chooseLocale(accepted: string | undefined, locales: readonly string[]): string {
  const wishes = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map(readWish)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wishes) if (locales.includes(language)) return language
  return locales[0] ?? 'en'
}

function readWish(text: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';')
  const quality = parameters.map(parameter => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
  return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
}
