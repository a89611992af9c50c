/** A number as people write it ("1 500,50"), as it is stored ("1500.50"); what is no number stays as it is. */
export function typedDecimal(text: string): string {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain.replace(/^(-?)0+(?=\d)/, '$1') : text.trim()
}

/** A telephone number as people write it ("8 (800) 555-35-35"), as it is stored ("+78005553535"); short numbers stay. */
export function typedPhone(text: string): string {
  const digits = text.replace(/[\s\u00a0()-]/g, '')
  if (/^8\d{10}$/.test(digits)) return `+7${digits.slice(1)}`
  return /^\+?\d+$/.test(digits) ? digits : text.trim()
}
