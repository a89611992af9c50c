const latin = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,./`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~'
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё'
const toCyrillic = new Map([...latin].map((key, index) => [key, cyrillic[index]!]))
const toLatin = new Map([...cyrillic].map((key, index) => [key, latin[index]!]))

/** What would stand there if the same keys had been pressed in the other layout; null: the text has letters of both, or of neither. */
export function switchLayout(text: string): string | null {
  const hasLatin = /[a-z]/i.test(text)
  const hasCyrillic = /[а-яё]/i.test(text)
  if (hasLatin === hasCyrillic) return null
  const keys = hasLatin ? toCyrillic : toLatin
  return Array.from(text, key => keys.get(key) ?? key).join('')
}
