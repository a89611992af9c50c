import { expect, test } from 'vitest'
import { continueTopic } from './follow-up.ts'

test.each([
  'а сколько стоит?',
  'и как долго?',
  'сколько это стоит',
  'сколько?',
  'how long does it take?',
  'what about abroad?',
  'можно её вернуть?',
])('goes on about the last topic: %s', question => {
  expect(continueTopic(question, 'Заказ карты')).toBe(`Заказ карты ${question}`)
})

test.each([
  'как заблокировать украденную карту',
  'where can i withdraw cash without fee',
  'а теперь расскажите мне пожалуйста подробно о том, как открыть вклад онлайн',
])('stands for itself: %s', question => {
  expect(continueTopic(question, 'Заказ карты')).toBeNull()
})

test('without a topic, or without words, there is nothing to go on about', () => {
  expect(continueTopic('а сколько?', null)).toBeNull()
  expect(continueTopic('?!', 'Заказ карты')).toBeNull()
})
