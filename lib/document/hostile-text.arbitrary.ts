import fc from 'fast-check'

const hostile =
  '* ** _ __ ~ ~~ [ ] ( ) : :: ::: { } < > # ## | \\ \\\\ ` `` ``` ! ![ ]( [] & &amp; &#106; &lt; <br> </b> <b> <script> <!-- --> <x> --- === *** + - 1. 10) 1.x #x @ $ $$ % ^ [^1] [^1]: [!NOTE] [ ] [x] | |--| :--: :fact[x] :u[y] :u :fact ::snippet{key=a} :::only :::only{audience=internal} https:// https://a.example/b?c=d&e www.example.com user@example.com mailto:a@b.example javascript:alert(1) note:foo 12:30 «» — … " \' = ~~~ {x} {{y}} {%'
    .split(' ')
    .concat([
      ' ',
      '  ',
      '\u00A0',
      '\u2003',
      '\u200B',
      '\u2028',
      '\u0301',
      '😀',
      '👨‍👩‍👧',
      'ё',
      'Слово',
      'перевод',
      'a',
      'B',
      '1',
      '0',
      '١',
      '中',
      '\t',
      '\n',
      '\u0000',
      '\uFEFF',
      '\uD800',
      'é',
      '\u202E',
    ])

/** Texts of one character or more, made of what parsers and writers of markup stumble over, and of `texts`. */
export function arbitraryText(texts: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...hostile, ...texts) },
    { weight: 2, arbitrary: fc.constantFrom('слово', ' ', 'word', ', ') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  )
  return fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join('') || 'x')
}
