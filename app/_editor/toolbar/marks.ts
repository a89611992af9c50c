/** The marks of the text with their keys, in the order of the toolbar. */
export const marks = [
  { name: 'bold', glyph: 'B', keys: 'Mod B' },
  { name: 'italic', glyph: 'I', keys: 'Mod I' },
  { name: 'underline', glyph: 'U', keys: 'Mod U' },
  { name: 'strike', glyph: 'S', keys: 'Mod Shift X' },
  { name: 'code', glyph: 'code', keys: 'Mod E' },
] as const
