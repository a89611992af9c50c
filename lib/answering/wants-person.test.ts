import { expect, test } from 'vitest'
import { wantsPerson } from './wants-person.ts'

test.each([
  'Позовите оператора',
  'соедините меня с живым человеком',
  'переключите на оператора, пожалуйста!',
  'переведи меня на специалиста',
  'дайте оператора',
  'хочу поговорить с человеком',
  'можно мне пообщаться с живым оператором?',
  'нужен оператор',
  'оператор',
  'Оператор!!!',
  'живой человек',
  'человек нужен',
  'свяжите меня с поддержкой',
  'не хочу говорить с роботом',
  'Карту съел банкомат. Что делать, не понимаю, звонил дважды, писал в чат, ответа нет, уже третий день хожу без денег и без ответа от вас. Позовите оператора!',
  'talk to a human',
  'I want to speak to a real person',
  'connect me with an agent please',
  'transfer me to a live representative',
  'human please',
  'operator',
  'I need a human',
  'agent',
  'get me a real person',
])('“%s” asks for a person', question => {
  expect(wantsPerson(question)).toBe(true)
})

test.each([
  'как сменить оператора связи',
  'перейти к другому оператору со своим номером',
  'какой оператор сотовой связи у вас',
  'сколько человек в очереди',
  'перевод человеку в другой банк',
  'могу ли я перевести деньги другому человеку',
  'телефон поддержки',
  'во сколько работает поддержка',
  'кредит для специалистов',
  'хочу новую карту',
  'можно ли оформить карту на другого человека',
  'how many people can use one card',
  'what does the operator code mean',
  'mobile operator of my number',
  'can another person use my card',
  'agent commission for travel',
  'I want a new card',
  'send money to a person abroad',
  '',
])('“%s” does not', question => {
  expect(wantsPerson(question)).toBe(false)
})

test('a long or hostile text is read in no time', () => {
  expect(wantsPerson('дайте '.repeat(50_000))).toBe(false)
  expect(wantsPerson('живой '.repeat(50_000))).toBe(false)
  expect(wantsPerson('a '.repeat(100_000))).toBe(false)
})
