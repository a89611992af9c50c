import { expect, test } from 'vitest'
import { answer, found, indexOf, search } from '../engine/answer.fixture.ts'

const index = indexOf(
  answer('block', 'Заблокировать карту', { body: 'Если карта потеряна, позвоните в поддержку.' }),
  answer('request', 'Заявка на кредит', { body: 'Подайте заявку в личном кабинете.' }),
  answer('password', 'Смена пароля', { body: 'Пароль для входа в приложение.' }),
  answer('account', 'Открыть счёт', { body: 'Расчётный счёт для предпринимателя.' }),
  answer('ship', 'Щедрый подарок', { body: 'Юбилейная акция ещё идёт.' }),
  answer('windows', 'Обновление Windows 10', { body: 'Загрузите обновление с сайта.' }),
)
const corrected = (text: string) => search(index, text).query.corrected

test.each([
  ['pf,kjrbhjdfnm rfhne', 'block', 'layout'],
  ['pf,kjrbhjdfnm карту', 'block', 'layout'],
  ['цштвщцы обновление', 'windows', 'layout'],
  ['cvtyf gfhjkz', 'password', 'layout'],
  ['zablokirovat kartu', 'block', 'translit'],
  ['otkryt schet', 'account', 'translit'],
  ['otkryt schyot', 'account', 'translit'],
  ['shchedryj podarok', 'ship', 'translit'],
  ['schedriy podarok', 'ship', 'translit'],
  ['yubileynaya aktsiya', 'ship', 'translit'],
  ['jubilejnaja akcija', 'ship', 'translit'],
  ['заблакировать карту', 'block', 'typo'],
  ['заблокрировать картцу', 'block', 'typo'],
  ['смнеа парлоя', 'password', 'typo'],
  ['открытьсчет', 'account', 'typo'],
  ['windows10 обновление', 'windows', 'typo'],
])('"%s" finds %s, and says that it was repaired as %s', (text, slug, kind) => {
  expect(found(index, text)[0]).toBe(slug)
  expect(corrected(text)).toMatchObject({ kind, applied: true })
})

test('a word is not cut down to another one', () => {
  const pins = indexOf(
    answer('pin', 'Пин карты', { body: 'Пин нужен для карты.' }),
    answer('meal', 'Обеды', { body: 'Столовая работает.' }),
  )
  for (const text of ['питание', 'питания']) {
    expect(search(pins, text).query.corrected, text).toBeNull()
    expect(found(pins, text), text).toEqual([])
  }
})

test('a word is not drawn out to another one', () => {
  const transfers = indexOf(answer('to', 'Recipient of a transfer', { body: 'The recipient gets the money.' }))
  expect(search(transfers, 'pizza recipe').query.corrected).toBeNull()
  expect(search(transfers, 'recipeint').query.corrected?.query).toBe('recipient')
})

test('a corrected query is readable and keeps what was right', () => {
  expect(corrected('pf,kjrbhjdfnm карту')?.query).toBe('заблокировать карту')
  expect(corrected('smena пароля')?.query).toBe('смена пароля')
})

test('known words, their forms and function words are left alone', () => {
  for (const text of ['заблокировать карту', 'картами', 'как открыть счёт для предпринимателя', 'обновления windows']) {
    expect(corrected(text), text).toBeNull()
  }
})

test('short words, numbers and codes are never taken for others', () => {
  expect(corrected('кот')).toBeNull()
  expect(corrected('windows 11')).toBeNull()
  expect(found(index, '1024')).toEqual([])
})

test('only words of this index are proposed', () => {
  const other = indexOf(answer('a', 'Секретный регламент'))
  expect(search(other, 'сикретный').query.corrected?.query).toBe('секретный')
  expect(corrected('сикретный')).toBeNull()
})

test('a number is found however its thousands are set apart', () => {
  const sums = indexOf(
    answer('apart', 'Лимит', { body: 'В день 100 000 ₽, в месяц 1 500 000 ₽.' }),
    answer('together', 'Страховка', { body: 'Застраховано 1400000 рублей, а всего 50000.' }),
  )
  for (const text of ['100000', '100 000', '100\u00a0000', '1500000']) expect(found(sums, text), text).toEqual(['apart'])
  for (const text of ['50000', '50 000', '1400000']) expect(found(sums, text)[0], text).toBe('together')
  expect(found(sums, '200000')).toEqual([])
  expect(search(sums, '100000').query.corrected).toBeNull()
})

test('the last word may be unfinished', () => {
  expect(found(index, 'заблокировать кар')[0]).toBe('block')
  expect(found(index, 'смена паро')[0]).toBe('password')
})

test('a word that comes twice is completed at the end only, and the same question is read the same again', () => {
  const read = () => search(index, 'пар как пар', true).query.words.map(word => word.options.map(option => option.by))
  const first = read()
  expect(first[2]).toContain('prefix')
  expect(first[0]).not.toContain('prefix')
  expect(read()).toEqual(first)
})

test('what was read before an answer came is read anew after it', () => {
  const growing = indexOf(answer('block', 'Заблокировать карту'))
  expect(search(growing, 'ипотеку').hits).toEqual([])
  growing.put(answer('mortgage', 'Ипотека'))
  expect(found(growing, 'ипотеку')).toEqual(['mortgage'])
  growing.remove('mortgage')
  expect(search(growing, 'ипотеку').hits).toEqual([])
})

test('what is begun in the other layout or alphabet is completed while somebody types, and no slip is looked for in it', () => {
  const read = (text: string) => search(index, text, true)
  for (const text of ['заб', 'pf,', 'pf,kj', 'zablo', 'Pf,kjr']) {
    expect(read(text).hits[0]?.slug, text).toBe('block')
    expect(read(`как ${text}`).hits[0]?.slug, text).toBe('block')
  }
  expect(read('pf,kj').query.corrected).toEqual({ query: 'забло', kind: 'layout', applied: true })
  expect(read('zablo').query.corrected).toEqual({ query: 'забло', kind: 'translit', applied: true })
  expect(read('заявк').query.corrected).toBeNull()
  expect(read('цшт').hits[0]?.slug).toBe('windows')
  expect(read('заблакир').hits).toEqual([])
  expect(read('йщзш').hits).toEqual([])
})

test('short words go with the long ones around them: what was typed in Latin letters is not read as keys of the other layout, nor the other way round', () => {
  const doors = indexOf(answer('enter', 'Не получается войти в приложение', { body: 'Ту же ошибку видно и тем, кто без кода.' }))
  expect(search(doors, 'ne poluchaetsya voiti v prilozhenie').query.corrected?.query).toBe('не получается войти в приложение')
  expect(search(doors, 'yt gjkexftncz djqnb d ghbkj;tybt').query.corrected?.query).toBe('не получается войти в приложение')
  expect(search(doors, 'ne zahodit v prilozhenie').query.corrected?.query).toBe('не заходит в приложение')
})

test('the digit of a code that no answer has is not looked for by itself', () => {
  const forms = indexOf(answer('days', 'Сроки', { body: 'Перевод идёт 3 дня.' }), answer('income', 'Справка 2-НДФЛ'))
  expect(found(forms, '3-НДФЛ')[0]).toBe('income')
  expect(found(forms, '7-ЗП')).toEqual([])
  expect(found(forms, '3 дня')).toEqual(['days'])
  expect(found(forms, '2 ндфл')[0]).toBe('income')
})

test('an abbreviation that was written together with its neighbour is told apart', () => {
  const codes = indexOf(answer('code', 'Код из СМС', { body: 'Код приходит по СМС.' }))
  expect(found(codes, 'смскод')).toEqual(['code'])
  expect(found(codes, 'кодекс')).toEqual([])
})

test('a name by ear finds the name as the base writes it, after a slip within a word and before anything further away', () => {
  const names = indexOf(
    answer('mail', 'Не открывается Outlook', { body: 'Перезапустите Outlook.' }),
    answer('loan', 'Кредит наличными', { body: 'Credit scoring.' }),
    answer('face', 'Вход по Face ID', { body: 'Номер рейса здесь ни при чём.' }),
  )
  expect(found(names, 'не открывается аутлук')[0]).toBe('mail')
  expect(search(names, 'аутлук').query.corrected).toMatchObject({ query: 'outlook', kind: 'translit' })
  expect(search(names, 'кредет').query.corrected).toMatchObject({ query: 'кредит', kind: 'typo' })
  expect(search(names, 'фейс').query.corrected).toMatchObject({ query: 'face', kind: 'translit' })
})

test('a Russian word that only begins like a foreign name is not taken for it', () => {
  const names = indexOf(answer('line', 'Карта Line', { body: 'Оформите Line в приложении.' }))
  expect(search(names, 'линии').query.corrected).toBeNull()
  expect(search(names, 'горячая линия').query.corrected).toBeNull()
  expect(search(names, 'лайна').query.corrected?.query).toBe('line')
  const mail = indexOf(answer('mail', 'Не открывается Outlook'))
  for (const word of ['аутлук', 'аутлука', 'в аутлуке'])
    expect(search(mail, word).query.corrected?.query.endsWith('outlook'), word).toBe(true)
})

test('two slips are followed where they leave a word to be recognised: not with another first letter, nor after a switch of layout or alphabet', () => {
  const bank = indexOf(
    answer('online', 'Online bank', { body: 'Balance and limits.' }),
    answer('limits', 'Лимит в сутки', { body: 'Баланс карты в конце месяца, если хотите. Торговой точке не сообщают.' }),
  )
  for (const word of ['hotline', 'center', 'вакансии', 'морковь']) expect(search(bank, word).query.corrected, word).toBeNull()
  expect(search(bank, 'болонс').query.corrected?.query).toBe('баланс')
  expect(search(bank, 'xjnbnt').query.corrected?.query).toBe('хотите')
})

test('a word that the base does not have is no slip for one that only resembles it', () => {
  const bank = indexOf(
    answer('can', 'Кто сможет помочь', { body: 'Само приложение. Сколько лет картам. Покажите код. Годовых. Обед. Роль.' }),
    answer('pay', 'Платить и получать', { body: 'Попозже. Дневной предел. Закажите. Напишите. Заявка на карту.' }),
  )
  for (const word of ['самолёт', 'победил', 'поезда', 'палатка']) expect(search(bank, word).query.corrected, word).toBeNull()
  for (const [typed, meant] of Object.entries({ зоявка: 'заявка', полуать: 'получать', напешите: 'напишите' }))
    expect(search(bank, typed).query.corrected?.query, typed).toBe(meant)
})

test('a short stem that resembles another one makes no slip', () => {
  const office = indexOf(
    answer('later', 'Отложить платёж', { body: 'Позже. Профили. Копия записи. Вызова не будет, вызовов тоже.' }),
    answer('card', 'Оператор', { body: 'Оператор ответит.' }),
  )
  for (const text of ['позвать оператора', 'пропала запись', 'мой комп']) expect(search(office, text).query.corrected, text).toBeNull()
  expect(search(office, 'записи выову').query.corrected?.query).toMatch(/^записи вызов/)
})

test('a word that only synonyms know is not taken for a slip', () => {
  const doors = indexOf(
    answer('enter', 'Войти в приложение', { body: 'Введите пароль.' }),
    answer('car', 'Завести машину', { body: 'Завожу машину.' }),
  )
  expect(search(doors, 'не захожу в приложение').query.corrected).toBeNull()
  expect(found(doors, 'захожу')).toEqual(['enter'])
})

test('a word of four letters with another first letter is another word', () => {
  const trips = indexOf(
    answer('trip', 'Рейс отменён', { body: 'Возврат за рейс.' }),
    answer('take', 'Take a card', { body: 'Take it at the office.' }),
  )
  for (const word of ['фейс', 'bake']) expect(search(trips, word).query.corrected, word).toBeNull()
  expect(search(trips, 'рейм').query.corrected?.query).toBe('рейс')
})

test('a telephone number is one word in every spelling, also where other answers are full of its digits', () => {
  const numbers = indexOf(
    answer('contacts', 'Контакты', { body: 'Звоните нам: 8 800 555-35-35, круглосуточно.' }),
    answer('limits', 'Лимиты: 8, 800, 555', { body: 'Лимит 800 ₽ в день, 555 ₽ за раз, 35 операций, 8 карт.' }),
    answer('call', 'Кто звонил', { body: 'Если звонил незнакомый номер, сообщите нам.' }),
  )
  const spellings = [
    '88005553535',
    '8 800 555 35 35',
    '8 (800) 555-35-35',
    '8(800)555 35 35',
    '+7 800 555-35-35',
    '800 555 35 35',
    '8-800-555-35-35',
  ]
  for (const text of spellings) {
    expect(found(numbers, text), text).toEqual(['contacts'])
    expect(found(numbers, `${text}?`), text).toEqual(['contacts'])
    expect(found(numbers, `кто звонил с ${text}`).sort(), text).toEqual(['call', 'contacts'])
    expect(search(numbers, text).query.corrected, text).toBeNull()
  }
  expect(search(numbers, 'контакьы 8 800 555 35 35 звоните').query.corrected?.query).toBe('контакты 8 800 555 35 35 звоните')
})
