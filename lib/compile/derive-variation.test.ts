import { expect, test } from 'vitest'
import { parseDocument } from '#lib/document/parse-document.ts'
import { plainText } from '#lib/document/plain-text.ts'
import { parseInlineMarkdown, parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { channelKinds } from './channels.ts'
import { deriveVariation } from './derive-variation.ts'

const markdown = `Перевод стоит :fact[fee].

## Как перевести

::::steps
1. Откройте приложение.

   :::only{audience=internal}
   Проверьте тариф.
   :::
2. Введите номер.
::::

:::only{audience=internal}
Спросите паспорт.
:::

:::only{channels="chatbot,ivr"}
Или напишите нам.
:::

| Куда | Сколько |
| --- | --- |
| Другой банк | :fact[fee] |

:::details[Подробнее]
Деньги идут сразу.
:::

::snippet{key=contacts}
`
const source = { shortAnswer: parseInlineMarkdown('Комиссия — :fact[fee].'), document: parseMarkdown(markdown).document }

test('a wording for a chat begins with what the chat may see and can say, and keeps its facts and snippets', () => {
  expect(serializeMarkdown(deriveVariation(source, 'chatbot'))).toBe(`Комиссия — :fact[fee].

Перевод стоит :fact[fee].

**Как перевести**

1. Откройте приложение.
2. Введите номер.

Или напишите нам.

- Другой банк: :fact[fee]

**Подробнее**

Деньги идут сразу.

::snippet{key=contacts}
`)
})

test('a voice that says the short answer only begins with that', () => {
  expect(serializeMarkdown(deriveVariation(source, 'ivr', true))).toBe('Комиссия — :fact[fee].\n')
  expect(plainText(deriveVariation(source, 'ivr'))).not.toContain('Подробнее')
})

test('nothing internal gets into a wording for customers, and every wording is a document', () => {
  for (const kind of channelKinds) {
    const derived = deriveVariation(source, kind)
    expect(parseDocument(derived)).toEqual({ ok: true, document: derived })
    expect(plainText(derived).includes('паспорт'), kind).toBe(kind === 'operator')
    expect(plainText(derived).includes('Проверьте тариф'), kind).toBe(kind === 'operator')
  }
})
