import type { AnswerText } from '#lib/search/engine/answer-text.ts'
import { switchLayout } from '#lib/search/repair/layout.ts'

/** Words of a bank's answers; endings and prefixes make a vocabulary of tens of thousands out of them. */
const roots =
  'карт счет тариф кредит вклад перевод платеж лимит комисси справк выписк заявк договор депозит визит ошибк парол телефон номер паспорт адрес баланс остаток доставк возврат заказ подписк абонент услуг пакет звонок сообщени письм процент ставк ипотек страховк полис отделени офис сотрудник клиент документ приложени вход доступ настройк устройств товар чек скидк бонус валют реквизит банкомат терминал магазин сертификат график рассрочк накоплени облигаци депозитари поручительств'.split(
    ' ',
  )
const prefixes = 'авто мульти гипер микро супер экспресс премиум онлайн мини транс ново интер кибер мета аэро'.split(' ')
const endings = ['', 'а', 'ы', 'у', 'ой', 'ом', 'е', 'ов', 'ами', 'ах', 'ный', 'ного', 'ная', 'ные', 'ным']
const verbs = 'оформить получить вернуть закрыть открыть изменить подключить отключить продлить отменить проверить восстановить'.split(' ')

/** Answers of about 150 words whose words are as unevenly frequent as in a language, each with a question that means it. The same at every run. */
export function* generateAnswers(count: number): Generator<{ answer: AnswerText; question: string }> {
  const random = randomFrom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!
  const word = () => (random() < 0.3 ? pick(prefixes) : '') + pick(roots) + (random() < 0.05 ? `о${pick(roots)}` : '') + pick(endings)
  for (let number = 0; number < count; number++) {
    const title = `Как ${pick(verbs)} ${word()} ${word()} ${word()}`
    const body = Array.from({ length: 150 }, word).join(' ')
    const answer = {
      slug: `a-${number}`,
      articleId: `a-${number}`,
      title,
      questions: [`где ${word()} ${word()}`],
      shortAnswer: body.slice(0, 120),
    }
    const question = number % 4 === 0 ? (switchLayout(title) ?? title) : number % 4 === 1 ? title.replace(/(.)(.)$/, '$2$1') : title
    yield { answer: { ...answer, headings: [word()], body, category: `c-${number % 20}`, tags: [] }, question }
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
