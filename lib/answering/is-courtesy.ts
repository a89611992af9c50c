/** What people say besides asking, in Russian and English; a text of such words only asks nothing. */
const courtesy = new RegExp(
  `^(?:(?:${[
    'спасибо|спс|благодарю|(?:огромное|большое|вам|тебе|вас|за|ответ|помощь)|пожалуйста|ок|окей|хорошо|ладно|понятно|ясно|понял|поняла|отлично|супер|класс|да|нет|ага|угу',
    'привет|приветик|здравствуйте|здравствуй|добрый|доброе|доброго|доброй|день|дня|вечер|вечера|утро|утра|ночи|пока|до|свидания|всего|хорошего|алло',
    'thanks|thank|you|thx|very|much|a|lot|please|ok|okay|great|fine|good|got|it|understood|cool|perfect|yes|no|hi|hello|hey|morning|afternoon|evening|bye|goodbye|for|the|help|answer',
  ].join('|')})(?:\\s+|$))+$`,
  'u',
)
/** Of these words one at least says thanks, hello, goodbye or agrees: «до вечера» and "for you" do not. */
const core =
  /(?<!\p{L})(?:спасибо|спс|благодарю|пожалуйста|ок|окей|хорошо|ладно|понятно|ясно|понял|поняла|отлично|супер|класс|да|нет|ага|угу|привет|приветик|здравствуйте|здравствуй|добр\p{L}+|пока|свидания|хорошего|алло|thanks|thank|thx|please|ok|okay|great|fine|got|understood|cool|perfect|yes|no|hi|hello|hey|good|bye|goodbye)(?!\p{L})/u

/** Whether a text only thanks, greets, agrees or says goodbye: it asks nothing, so it finds no answer and leaves no gap. */
export function isCourtesy(text: string): boolean {
  if (text.length > 80) return false
  const plain = text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return courtesy.test(plain) && core.test(plain)
}
