import { expect, test } from 'vitest'
import { isCourtesy } from './is-courtesy.ts'

test.each([
  'Спасибо!',
  'спасибо большое за помощь',
  'ок, понятно',
  'Добрый день',
  'здравствуйте',
  'до свидания',
  'thanks',
  'Thank you very much!',
  'ok, got it',
  'good morning',
])('asks nothing: %s', text => {
  expect(isCourtesy(text)).toBe(true)
})

test.each([
  'а за границу?',
  'спасибо, а сколько стоит?',
  'здравствуйте, где карта',
  'до вечера',
  'сколько?',
  'for you',
  'how much',
  'help',
  'good rate',
  '',
  '👍',
])('is no courtesy: %s', text => {
  expect(isCourtesy(text)).toBe(false)
})
