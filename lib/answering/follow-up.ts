import { tokenise } from '#lib/search/analyser/tokens.ts'
import { isCourtesy } from './is-courtesy.ts'

/** Longest follow-up, in words; more words carry their own subject. */
const mostWords = 7

/** Words with which one goes on about the subject. */
const connectives = /^\s*(?:а|и|но|или|тогда|ещё|еще|and|but|or|then|also|what about|how about|same for)(?!\p{L})/iu
/** Words that stand for what was said before. */
const pronouns =
  /(?<!\p{L})(?:это|этого|этому|этим|этой|эту|эта|этот|эти|его|ему|ее|её|ей|им|их|него|неё|нее|них|он|она|оно|они|там|туда|оттуда|it|its|that|this|those|these|them|they|there|one)(?!\p{L})/iu

/** Words that ask how long and how much, and say nothing of what: they are no subject. */
const measures: ReadonlySet<string> = new Set(
  'long much many cost costs take takes last lasts work works сколько стоит стоят долго длится занимает идет идут ждать работает'.split(
    ' ',
  ),
)

/**
 * `text`: topic and question together. `subject`: the words of the question that say of what, none where it only asks how long or how much. `leans`: it
 * begins with a connective or holds a pronoun. `sure`: it says nothing without its topic.
 */
export interface Continuation {
  text: string
  subject: string
  leans: boolean
  sure: boolean
}

/**
 * What to look for when `question` goes on about `topic`, the conversation's last one. Null where the question stands for itself. A question goes on when
 * it is more than thanks or a greeting, short, and begins with a connective (а, and), holds a pronoun (это, it), or has at most one word that says of what; «кто ты» asks nothing of any topic.
 */
export function continueTopic(question: string, topic: string | null): Continuation | null {
  if (topic === null || isCourtesy(question)) return null
  const words = tokenise(question).filter(({ joined }) => !joined)
  if (words.length === 0 || words.length > mostWords) return null
  const leaning = connectives.test(question) || pronouns.test(question)
  const subject = words.filter(({ empty, surface }) => !empty && !measures.has(surface)).map(({ surface }) => surface)
  const bare = subject.length <= 1
  const asksNothing = subject.length === 0 && !leaning && words.length > 1 && !words.some(({ surface }) => measures.has(surface))
  if (asksNothing) return null
  return leaning || bare ? { text: `${topic} ${question}`, subject: subject.join(' '), leans: leaning, sure: leaning && bare } : null
}
