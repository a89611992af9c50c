import type { Block, Document, Inline } from '#lib/document/types.ts'

/** Articles like those of a bank: about 2 KB of Russian text with facts, steps, a table, a warning and an operator-only block. */

const sentences = [
  'Перевод по номеру телефона приходит за несколько секунд в любое время суток.',
  'Если получатель не подтвердил перевод, деньги вернутся на счёт автоматически.',
  'Проверьте имя получателя на экране подтверждения, прежде чем отправить деньги.',
  'Комиссия списывается вместе с переводом и видна до подтверждения операции.',
  'Лимит обновляется в первый день месяца и не переносится на следующий.',
  'Чек сохраняется в истории операций, его можно отправить на электронную почту.',
  'Операции в выходные и праздничные дни проводятся на следующий рабочий день.',
  'Отменить отправленный перевод можно только с согласия получателя.',
]

const text = (value: string): Inline => ({ type: 'text', text: value })
const fact = (key: string): Inline => ({ type: 'fact', attrs: { key } })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const sentence = (i: number): string => sentences[i % sentences.length] ?? ''

/** The document of the `index`-th article; it says the facts `fee` and, every `sharedEvery`-th one, `shared`. */
export function benchDocument(index: number, sharedEvery: number): Document {
  const cell = (value: string): Block[] => [paragraph(text(value))]
  const shared = index % sharedEvery === 0 ? [paragraph(text('Порог: '), fact('shared'), text('.'))] : []
  return {
    type: 'doc',
    content: [
      paragraph(text(`${sentence(index)} Номер правила ${index}: комиссия составит `), fact('fee'), text('.')),
      { type: 'heading', attrs: { level: 2 }, content: [text('Как отправить')] },
      {
        type: 'steps',
        content: [1, 2, 3].map(step => ({ type: 'step' as const, content: [paragraph(text(sentence(index + step)))] })),
      },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: ['Способ', 'Срок'].map(value => ({ type: 'tableHeader' as const, content: cell(value) })) },
          { type: 'tableRow', content: ['По телефону', 'сразу'].map(value => ({ type: 'tableCell' as const, content: cell(value) })) },
          {
            type: 'tableRow',
            content: ['По счёту', 'на следующий день'].map(value => ({ type: 'tableCell' as const, content: cell(value) })),
          },
        ],
      },
      { type: 'heading', attrs: { level: 2 }, content: [text('Что проверить')] },
      paragraph(text(`${sentence(index + 2)} ${sentence(index + 3)} ${sentence(index + 5)} ${sentence(index + 6)}`)),
      { type: 'callout', attrs: { kind: 'warning' }, content: [paragraph(text(sentence(index + 4)))] },
      paragraph(text(sentence(index + 5)), text(' '), {
        type: 'text',
        text: 'Подробнее на сайте',
        marks: [{ type: 'link', attrs: { href: 'https://istok-bank.example/tariffs' } }],
      }),
      { type: 'only', attrs: { audience: 'internal' }, content: [paragraph(text('Проверьте тариф клиента в карточке.'))] },
      ...shared,
      paragraph(text(`${sentence(index + 6)} ${sentence(index + 7)} ${sentence(index)}`)),
    ],
  }
}

export const benchShortAnswer: Inline[] = [text('Комиссия за перевод — '), fact('fee'), text('. Деньги придут сразу.')]
