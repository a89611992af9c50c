import type { DocumentPath } from '#lib/document/types.ts'
import type { Loss, LossLevel } from './types.ts'

interface Reason {
  level: LossLevel
  ru: (detail: string) => string
  en: (detail: string) => string
}

/** Every loss that the compiler can report, with its usual level and its words. `detail` names the thing that is lost. */
export const lossReasons = {
  'fact-missing': { level: 'error', ru: d => `Факт «${d}» не найден`, en: d => `Fact “${d}” does not exist` },
  'snippet-missing': { level: 'error', ru: d => `Фрагмент «${d}» не найден`, en: d => `Snippet “${d}” does not exist` },
  'snippet-cycle': { level: 'error', ru: d => `Фрагмент «${d}» включает сам себя`, en: d => `Snippet “${d}” includes itself` },
  'media-missing': { level: 'error', ru: d => `Файл «${d}» не найден`, en: d => `Media file “${d}” does not exist` },
  'link-target-missing': { level: 'error', ru: d => `Статья «${d}» не найдена`, en: d => `Article “${d}” does not exist` },
  'link-target-unpublished': { level: 'error', ru: d => `Статья «${d}» не опубликована`, en: d => `Article “${d}” is not published` },
  'link-target-untranslated': {
    level: 'error',
    ru: d => `Статья «${d}» не опубликована на этом языке`,
    en: d => `Article “${d}” is not published in this language`,
  },
  'link-target-internal': {
    level: 'error',
    ru: () => 'Ссылка ведёт на статью, которой нет в этом канале',
    en: () => 'The link leads to an article that does not exist in this channel',
  },
  'link-unsafe': { level: 'error', ru: d => `Недопустимый адрес ссылки: ${d}`, en: d => `Link address is not allowed: ${d}` },
  'script-title-missing': { level: 'error', ru: d => `У шага «${d}» нет заголовка`, en: d => `Step “${d}” has no title` },
  'script-answer-missing': { level: 'error', ru: d => `Шаг «${d}» не называет статью`, en: d => `Step “${d}” names no article` },
  'script-options': {
    level: 'error',
    ru: d => `У вопроса «${d}» меньше двух вариантов`,
    en: d => `Question “${d}” has fewer than two options`,
  },
  'script-label-missing': { level: 'error', ru: d => `У вопроса «${d}» вариант без слов`, en: d => `An option of “${d}” has no words` },
  'script-label-repeated': { level: 'error', ru: d => `Вариант «${d}» повторяется`, en: d => `Option “${d}” stands twice` },
  'script-target-missing': { level: 'error', ru: d => `Не указано, куда ведёт: «${d}»`, en: d => `Leads to no step: “${d}”` },
  'script-unreachable': { level: 'error', ru: d => `К шагу «${d}» не ведёт ни один путь`, en: d => `No way leads to step “${d}”` },
  'script-no-end': { level: 'error', ru: d => `Из шага «${d}» не дойти до конца`, en: d => `No way leads from step “${d}” to an end` },
  'script-not-spoken': {
    level: 'info',
    ru: () => 'Сценарий не произносится: предложим ссылку или оператора',
    en: () => 'The script is not spoken: a link or an operator is offered',
  },
  contradiction: { level: 'error', ru: d => `Противоречие: ${d}`, en: d => `Contradiction: ${d}` },
  'limit-exceeded': { level: 'error', ru: d => `Превышен предел: ${d}`, en: d => `Limit exceeded: ${d}` },
  'channel-unknown': { level: 'warning', ru: d => `Нет канала «${d}»`, en: d => `There is no channel “${d}”` },
  'rendition-empty': { level: 'warning', ru: () => 'В этом канале нечего сказать', en: () => 'There is nothing to say in this channel' },
  'short-answer-missing': {
    level: 'warning',
    ru: () => 'Ответ слишком длинный, а короткого ответа нет: сказано только начало',
    en: () => 'The answer is too long and there is no short answer: only its beginning is said',
  },
  'short-answer-leads-in': {
    level: 'warning',
    ru: d => `Ответ слишком длинный, а короткий ответ только подводит к списку («${d}»): сказано начало полного`,
    en: d => `The answer is too long and the short answer only leads in to a list (“${d}”): the beginning of the full one is said`,
  },
  'short-answer-too-long': {
    level: 'warning',
    ru: d => `Короткий ответ слишком длинный для этого канала: ${d}`,
    en: d => `The short answer is too long for this channel: ${d}`,
  },
  'answer-shortened': {
    level: 'info',
    ru: d => `Вместо полного текста сказан короткий ответ: ${d}`,
    en: d => `The short answer is said instead of the full text: ${d}`,
  },
  'typed-value': {
    level: 'warning',
    ru: d => `Значение написано словами, а есть факт: ${d}`,
    en: d => `A value is typed although there is a fact: ${d}`,
  },
  unspeakable: { level: 'warning', ru: d => `Не прочитать вслух: «${d}»`, en: d => `Cannot be spoken: “${d}”` },
  'speech-too-long': {
    level: 'warning',
    ru: d => `Вариант слишком длинный для голоса: ${d}`,
    en: d => `The variation is too long for voice: ${d}`,
  },
  'table-not-spoken': {
    level: 'warning',
    ru: d => `Таблицу не прочитать вслух (${d}): предложим ссылку`,
    en: d => `The table cannot be spoken (${d}): a link is offered`,
  },
  'details-not-spoken': { level: 'info', ru: d => `Подробности «${d}» не произносятся`, en: d => `Details “${d}” are not spoken` },
  'image-not-spoken': { level: 'info', ru: d => `Изображение не произносится: ${d}`, en: d => `The image is not spoken: ${d}` },
  'code-not-spoken': { level: 'warning', ru: () => 'Код не произносится', en: () => 'The code is not spoken' },
  'link-not-spoken': {
    level: 'info',
    ru: d => `Адрес ссылки не произносится: ${d}`,
    en: d => `The address of the link is not spoken: ${d}`,
  },
  'image-without-alt': {
    level: 'error',
    ru: () => 'У изображения нет описания: скажите словами, что на нём',
    en: () => 'The image has no description: say in words what it shows',
  },
  'image-as-link': {
    level: 'info',
    ru: d => `Вместо изображения — описание и ссылка: ${d}`,
    en: d => `The image becomes its description and a link: ${d}`,
  },
  'table-as-list': { level: 'info', ru: d => `Таблица показана списком: ${d}`, en: d => `The table is shown as a list: ${d}` },
  'table-cells-merged': {
    level: 'info',
    ru: () => 'Объединённые ячейки повторены в каждой строке',
    en: () => 'Merged cells are repeated in every row',
  },
  'heading-level': {
    level: 'info',
    ru: d => `Уровень заголовка исправлен: ${d}`,
    en: d => `The level of the heading was corrected: ${d}`,
  },
  'formatting-dropped': { level: 'info', ru: d => `Часть оформления не передана: ${d}`, en: d => `Some formatting is dropped: ${d}` },
  'labels-cut': { level: 'info', ru: d => `Слова на кнопках сокращены: ${d}`, en: d => `Words on buttons are cut short: ${d}` },
  'labels-alike': {
    level: 'warning',
    ru: d => `Сокращённые кнопки не отличить друг от друга: ${d}. Начните варианты разными словами`,
    en: d => `Buttons that are cut short cannot be told apart: ${d}. Begin the options with different words`,
  },
  'buttons-dropped': { level: 'info', ru: d => `Не все кнопки поместились: ${d}`, en: d => `Not every button fits: ${d}` },
} satisfies Record<string, Reason>

/** A machine word for why something is lost. */
export type LossReason = keyof typeof lossReasons

/** A loss at its place. Without `level` it has the usual level of its reason. */
export function describeLoss(reason: LossReason, path: DocumentPath, node: string, detail = '', level?: LossLevel): Loss {
  const words: Reason = lossReasons[reason]
  return { path, node, level: level ?? words.level, reason, message: { ru: words.ru(detail), en: words.en(detail) } }
}
