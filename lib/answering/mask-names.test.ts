import { expect, test } from 'vitest'
import { maskNames } from './mask-names.ts'
import { maskPersonalData } from './mask-personal-data.ts'

test.each([
  ['меня зовут Иван Петров, где моя карта', 'меня зовут [name], где моя карта'],
  ['здравствуйте меня зовут марина и я не могу войти', 'здравствуйте меня зовут [name] и я не могу войти'],
  ['меня зовут сергей кузнецов карта не работает', 'меня зовут [name] карта не работает'],
  ['Иванова Мария Сергеевна, паспорт потерян', '[name], паспорт потерян'],
  ['перевод ивановой марии ивановне не дошёл', 'перевод [name] не дошёл'],
  ['Пётр Ильич просит справку', '[name] просит справку'],
  ['карта на Анну Каренину', 'карта на [name]'],
  ['Смирнову Алексею вернуть деньги', '[name] вернуть деньги'],
  ['клиент Бондаренко просит закрыть счёт', 'клиент [name] просит закрыть счёт'],
  ['ФИО: Ким Виктор', 'ФИО: [name]'],
  ['my name is John Smith and I lost my card', 'my name is [name] and I lost my card'],
  ['a transfer to Mary Johnson did not arrive', 'a transfer to [name] did not arrive'],
  ['please call Mr. Brown back', 'please call Mr. [name] back'],
  ['перевод от ивана петрова не пришёл', 'перевод от [name] не пришёл'],
  ['карта на кузнецову марию', 'карта на [name]'],
  ['my name is john smith and i lost my card', 'my name is [name] and i lost my card'],
  ['hi my name is mary', 'hi my name is [name]'],
])('%s', (question, masked) => {
  expect(maskNames(question)).toBe(masked)
})

test.each([
  'Как открыть вклад в Нижнем Новгороде',
  'Московская область, Ростов и Иваново',
  'меня зовут на собеседование, нужна справка',
  'как меня зовут в приложении',
  'моё имя написано с ошибкой на карте',
  'my name is misspelled on the card',
  'основная карта и дополнительная',
  'она невиновна, условно',
  'Вера Надежда Любовь',
  'Visa Classic и Mastercard World',
  'I am a Premium Client',
  'клиент не может войти в Сбербанк Онлайн',
  'перевод на карту Тинькофф',
  'кредитная История Банка',
  'как мне оформить карту на сына',
  'вера клиентов в банк',
  'когда света магазин откроется',
  'карина магазин',
  'my name is on the card',
  'перевод ивану без карты',
])('leaves as it is: %s', question => {
  expect(maskNames(question)).toBe(question)
})

test('a name is masked beside the number of its passport and telephone', () => {
  expect(maskPersonalData('Иванов Иван Иванович, паспорт 4510 123456, тел. +7 916 123-45-67, почта ivanov@mail.example')).toBe(
    '[name], паспорт [passport], тел. [phone], почта [email]',
  )
})
