import { languageOf } from './facts/fact-value.ts'

interface Words {
  callout: Record<'info' | 'warning' | 'tip', string>
  internal: string
  table: string
  picture: string
  readInFull: string
  source: string
  ordinals: readonly string[]
  /** Said when an answer is too long for the ear. */
  offerLink: string
  /** Said in place of a table. */
  offerTable: string
  /** Said in place of a decision script. */
  offerScript: string
  script: string
  /** On the button that leads to the next step. */
  goOn: string
  /** On the button that calls a person. */
  handOver: string
}

const ru: Words = {
  callout: { info: 'Обратите внимание', warning: 'Внимание', tip: 'Совет' },
  internal: 'Только для сотрудников',
  table: 'Таблица',
  picture: 'Изображение',
  readInFull: 'Читать полностью',
  source: 'Источник',
  ordinals: ['Первое', 'Второе', 'Третье', 'Четвёртое', 'Пятое', 'Шестое', 'Седьмое', 'Восьмое', 'Девятое', 'Десятое'],
  offerLink: 'Полный ответ можем прислать ссылкой или соединить вас с оператором.',
  offerTable: 'Таблицу можем прислать ссылкой.',
  offerScript: 'Разобраться по шагам поможет оператор, или пришлём ссылку.',
  script: 'По шагам',
  goOn: 'Дальше',
  handOver: 'Позвать оператора',
}
const en: Words = {
  callout: { info: 'Note', warning: 'Warning', tip: 'Tip' },
  internal: 'For staff only',
  table: 'Table',
  picture: 'Picture',
  readInFull: 'Read in full',
  source: 'Source',
  ordinals: ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'],
  offerLink: 'We can send you the full answer as a link or put you through to an operator.',
  offerTable: 'We can send you the table as a link.',
  offerScript: 'An operator can take you through the steps, or we can send you a link.',
  script: 'Step by step',
  goOn: 'Continue',
  handOver: 'Call an operator',
}

/** The words that the compiler itself adds to an answer; Russian for `ru…`, English otherwise. */
export function wordsFor(locale: string): Words {
  return languageOf(locale) === 'ru' ? ru : en
}
