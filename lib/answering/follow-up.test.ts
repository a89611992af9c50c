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
  expect(continueTopic(question, 'Заказ карты')?.text).toBe(`Заказ карты ${question}`)
})

test.each([
  'как заблокировать украденную карту',
  'where can i withdraw cash without fee',
  'спасибо',
  'thank you',
  'кто ты',
  'who are you',
  'а теперь расскажите мне пожалуйста подробно о том, как открыть вклад онлайн',
])('stands for itself: %s', question => {
  expect(continueTopic(question, 'Заказ карты')).toBeNull()
})

test('what leans on the topic and has no subject of its own says nothing without it', () => {
  expect(continueTopic('а сколько это стоит?', 'Заказ карты')?.sure).toBe(true)
  expect(continueTopic('how long does it take?', 'Block a card')?.sure).toBe(true)
  expect(continueTopic('и сколько долго это занимает', 'Заказ карты')?.sure).toBe(true)
  expect(continueTopic('а заблокировать карту?', 'Заказ карты')?.sure).toBe(false)
  expect(continueTopic('вклады', 'Заказ карты')?.sure).toBe(false)
})

test('without a topic, or without words, there is nothing to go on about', () => {
  expect(continueTopic('а сколько?', null)).toBeNull()
  expect(continueTopic('?!', 'Заказ карты')).toBeNull()
})

test('words that only ask how long and how much are no subject; others are, in small letters and without their connective', () => {
  expect(continueTopic('а сколько это стоит?', 'Заказ карты')?.subject).toBe('')
  expect(continueTopic('А за Границу?', 'Комиссия за перевод')).toMatchObject({ subject: 'границу', leans: true })
  expect(continueTopic('пицца?', 'Комиссия за перевод')).toMatchObject({ subject: 'пицца', leans: false })
})
