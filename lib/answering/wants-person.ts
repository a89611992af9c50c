/** Whom one asks for. */
const ru =
  '(?:(?:жив(?:ой|ого|ому|ым|ая|ую)|реальн\\p{L}+|настоящ\\p{L}+|нормальн\\p{L}+|вашим?|вашего)\\s+)*(?:оператор\\p{L}*|человек\\p{L}*|специалист\\p{L}*|сотрудник\\p{L}*|менеджер\\p{L}*|консультант\\p{L}*|людьми|девушк\\p{L}+|агент\\p{L}*\\s+поддержки|поддержк\\p{L}+)'
const en =
  '(?:(?:a|an|the|your|some|live|real|actual|human|support|customer|service|care)\\s+)*(?:operator|human(?:\\s+being)?|person|agent|representative|rep|advis[eo]r|consultant|manager|someone|somebody|people|support)'

/** What one says to get there. */
const requests: readonly RegExp[] = [
  `(?:позов|соедин|переключ|переве(?:д|с)|дайте|дай|пригласи|свяж|подключи)\\p{L}*\\s+(?:меня\\s+|мне\\s+|нас\\s+|пожалуйста\\s+|уже\\s+|срочно\\s+)*(?:с(?:о)?\\s+|на\\s+|к\\s+)?${ru}`,
  `(?:хочу|хотел\\p{L}*|можно|могу|нужно|надо|дайте)\\s+(?:ли\\s+|бы\\s+|я\\s+|мне\\s+)*(?:по)?(?:говорить|общаться|болтать|связаться|разговаривать)\\s+(?:с(?:о)?)\\s+${ru}`,
  `(?:нужен|нужна|нужны|хочу|требую|жду|где)\\s+(?:мне\\s+|уже\\s+|ваш\\s+)?${ru}`,
  `^(?:алло\\s+|эй\\s+|ну\\s+)?${ru}(?:\\s+(?:пожалуйста|срочно|нужен|нужна|можно))*$`,
  '(?:не\\s+(?:хочу|буду|желаю)\\s+(?:говорить|общаться|разговаривать|писать)|хватит)\\s+(?:с\\s+)?(?:бот|робот|машин|автоответчик)\\p{L}*',
  `(?:talk|speak|chat|connect|transfer|put|get|pass|switch|escalate|refer)\\s+(?:me\\s+|this\\s+|us\\s+)?(?:directly\\s+)?(?:through\\s+)?(?:to|with)\\s+${en}`,
  `(?:i\\s+(?:want|need|would\\s+like|d\\s+like)|give\\s+me|get\\s+me|let\\s+me\\s+have)\\s+(?:to\\s+have\\s+)?(?:a\\s+|an\\s+)?(?:live|real|actual|human|support)?\\s*(?:operator|human|person|agent|representative)`,
  `^(?:hello\\s+|hi\\s+)?${en.replace('|someone|somebody|people|support', '')}(?:\\s+please)?$`,
  '(?:stop\\s+being|not\\s+(?:talk|speak)(?:ing)?\\s+to)\\s+a?\\s*(?:bot|robot|machine)',
].map(source => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu'))

/** After these the word means something else: a mobile operator, a company's manager. */
const others =
  /оператор\p{L}*\s+(?:связи|сотов|мобильн|другого|нового)|(?:сотов|мобильн|друг|нов|прежн|стар)\p{L}*\s+оператор|operator\s+(?:of|code|name)|(?:mobile|network|tour)\s+operator|person\s+(?:who|that)|agent\s+(?:commission|of)|travel agent|real\s+estate/iu

/** Longer texts tell a story in which a person may occur; only their first and last sentence is looked at. */
const longest = 160

/** Whether somebody asks, in Russian or English, to be connected with a person. */
export function wantsPerson(question: string): boolean {
  const sentences = question.length <= longest ? [question] : question.split(/[.!?\n]+/).filter(part => part.trim() !== '')
  const heard = sentences.length <= 2 ? sentences : [sentences[0]!, sentences.at(-1)!]
  return heard.some(sentence => asksForPerson(sentence.slice(0, 400)))
}

function asksForPerson(sentence: string): boolean {
  const plain = sentence
    .replace(/ё/gi, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return !others.test(plain) && requests.some(request => request.test(plain))
}
