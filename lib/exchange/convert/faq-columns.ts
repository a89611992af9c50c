export type FaqColumn =
  | 'question'
  | 'answer'
  | 'title'
  | 'category'
  | 'tags'
  | 'locale'
  | 'id'
  | 'phrasings'
  | 'slug'
  | 'audience'
  | 'address'

/** How columns are called in the tables that support departments and bot platforms keep, in Russian and English. */
const names: Record<FaqColumn, RegExp> = {
  question: /^(question|questions?|q|вопрос|вопрос клиента|формулировка|query|intent|интент)$/,
  answer: /^(answer|a|ответ|текст ответа|текст|response|reply|body|content|содержание)$/,
  title: /^(title|name|заголовок|название|тема|subject|topic)$/,
  category: /^(category|categories|section|категория|раздел|рубрика|группа|group)$/,
  tags: /^(tags?|labels?|теги|тэги|метки|ключевые слова|keywords)$/,
  locale: /^(locale|language|lang|язык|локаль)$/,
  id: /^(id|key|external id|source id|sourceid|№|номер|код|ид|идентификатор|article id)$/,
  phrasings:
    /^(phrasings?|variants?|utterances?|examples?|alternative questions?|варианты( вопроса)?|другие вопросы|формулировки|перефразировки|примеры|синонимы( вопроса)?)$/,
  slug: /^(slug|адрес статьи)$/,
  audience: /^(audience|visibility|аудитория|видимость|доступ)$/,
  address: /^(url|address|link|old url|html url|адрес|ссылка|старый адрес)$/,
}

/** Which column stands where; the first of each name counts. */
export function findColumns(head: readonly string[]): Map<FaqColumn, number> {
  const found = new Map<FaqColumn, number>()
  for (const [index, cell] of head.entries()) {
    const plain = cell
      .toLowerCase()
      .replace(/[_*:()\s]+/g, ' ')
      .replaceAll('ё', 'е')
      .trim()
    for (const [name, pattern] of Object.entries(names) as [FaqColumn, RegExp][]) {
      if (pattern.test(plain) && !found.has(name)) {
        found.set(name, index)
        break
      }
    }
  }
  return found
}

/** Whether a row names the columns of a table of questions and answers. */
export function isHead(cells: readonly string[]): boolean {
  const columns = findColumns(cells)
  return columns.has('answer') && (columns.has('question') || columns.has('title'))
}
