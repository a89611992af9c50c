import { type Classification, classifyQuestion } from '#lib/answering/classify-question.ts'
import { decide, thresholdsOf } from '#lib/answering/decide.ts'
import { shuffle } from '#lib/answering/random.ts'
import type { TaughtArticle } from '#lib/answering/taught-article.ts'
import { trainFinder } from '#lib/answering/train-finder.ts'
import { type LabelledQuestion, readDemo, readIntents, readParagraphs, readSupport } from './answering-sets.ts'
import { type Figure, quantile, time } from './figures.ts'
import { holdOutArticles } from './held-out.ts'
import { benchLearning } from './learning.ts'
import { nearestPhrasing } from './nearest-phrasing.ts'

/** Finds answers by stored phrasings: the finder beside the nearest phrasing by cosine, in English and Russian. */
export async function benchAnswering(): Promise<Figure[]> {
  const intents = readIntents()
  const support = readSupport(['clean', 'inflect', 'paraphrase'])
  if (!intents || !support) return [{ label: 'shared/data/search-dev is not here', value: 'skipped' }]
  return [
    ...benchSpeed(intents.articles, intents.questions),
    ...(await benchLearning(readParagraphs())),
    ...[10, 3].flatMap(count => benchIntents(intents.articles, intents.questions, count)),
    ...benchHeldOut('intents-en', intents.articles, intents.questions),
    ...benchHeldOut('support-ru, titles', support.articles, support.questions),
    ...benchAmong(intents.articles, intents.questions),
    ...[10, 3].flatMap(count => benchHeard(intents.articles, intents.questions, count)),
    ...[10, 3].flatMap(count => benchInTurn(intents.articles, intents.questions, count)),
    ...benchLog(intents.articles, intents.questions),
    ...benchDemo('ru', support.questions),
    ...benchDemo('en', []),
    ...report('support-ru, titles only', [trial(support.articles, support.questions)]),
  ]
}

function benchSpeed(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[]): Figure[] {
  trainFinder(articles.slice(0, 40))
  const started = process.cpuUsage()
  const finder = trainFinder(articles)
  const training = process.cpuUsage(started).user / articles.reduce((sum, { questions: own }) => sum + own.length, 0)
  const times = questions.map(({ text }) => {
    const begun = performance.now()
    classifyQuestion(finder, text)
    return performance.now() - begun
  })
  return [
    { label: 'training, CPU per thousand phrasings, calibration included', value: time(training), aim: '≤ 1 s' },
    { label: 'prediction p50 / p95', value: `${time(quantile(times, 0.5))} / ${time(quantile(times, 0.95))}`, aim: '≤ 1 ms' },
  ]
}

function benchIntents(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[], count: number): Figure[] {
  const taught = articles.map(article => ({ ...article, questions: article.questions.slice(0, count) }))
  const outcome = trial(taught, questions)
  const aims = count === 10 ? { accuracy: '≥ 83', auroc: '≥ 94', recall: '≥ 80' } : {}
  return [...report(`intents-en, ${count} phrasings`, [outcome], aims), decisions(`intents-en, ${count} phrasings`, outcome)]
}

/** Every fourth article in turn is not taught: questions of it must be refused though they are near to what is taught. */
function benchHeldOut(name: string, articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[]): Figure[] {
  const trials = holdOutArticles(articles, questions, 4).map(part => trial(part.articles, part.questions))
  const label = `${name}, 1/4 held out`
  return [...report(label, trials), decisions(label, trials.flat())]
}

/** The same among thousands of other articles, with phrasings of their own and with titles and texts only. */
function benchAmong(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[]): Figure[] {
  const others = readParagraphs()
  const half = Math.floor(others.length / 2)
  const among = (rest: readonly TaughtArticle[]) => [...rest.slice(0, half), ...articles, ...rest.slice(half)]
  return [others, others.map(article => ({ ...article, questions: [] }))].flatMap((rest, kind) => {
    const outcome = trial(among(rest), questions)
    const name = `intents-en among ${rest.length} with ${kind === 0 ? 'phrasings' : 'titles'}`
    return [...report(name, [outcome]), decisions(name, outcome)]
  })
}

/** What the base learns by itself from half of the questions, those that it answered, without anybody's help; measured on the other half. */
function benchHeard(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[], count: number): Figure[] {
  const taught = articles.map(article => ({ ...article, questions: article.questions.slice(0, count) }))
  const finder = trainFinder(taught)
  const heard = new Map<string, string[]>(articles.map(({ key }) => [key, []]))
  for (const { text } of questions.filter((_, at) => at % 2 === 0)) {
    const decision = decide(classifyQuestion(finder, text), thresholdsOf('website'))
    if (decision.status === 'answered') heard.get(decision.key)?.push(text)
  }
  const held = questions.filter((_, at) => at % 2 === 1)
  const before = trial(taught, held)
  const after = trial(
    taught.map(article => ({ ...article, heard: heard.get(article.key) })),
    held,
  )
  const name = `intents-en, ${count} phr., half`
  return [...report(name, [before]), ...report(`${name} + heard`, [after])]
}

/** After how many questions the finder learns again what it answered. */
const learnsAfter = 500

/**
 * The questions as customers bring them, one after the other in an order that does not depend on what they ask: each is scored before it is heard, and the
 * finder learns again by itself every so often. No label is looked at but to count.
 */
function benchInTurn(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[], count: number): Figure[] {
  const taught = articles.map(article => ({ ...article, questions: article.questions.slice(0, count) }))
  const order = Int32Array.from(questions, (_, at) => at)
  shuffle(order, 1)
  const heard = new Map<string, { text: string; confidence: number }[]>(articles.map(({ key }) => [key, []]))
  const asked: Asked[] = []
  let finder = trainFinder(taught)
  const nearest = nearestPhrasing(taught)
  for (const [turn, at] of order.entries()) {
    const { text, key } = questions[at]!
    const found = classifyQuestion(finder, text)
    asked.push({ key, found, nearest: nearest(text) })
    const decision = decide(found, thresholdsOf('website'))
    if (decision.status === 'answered') heard.get(decision.key)?.push({ text, confidence: decision.confidence })
    if (turn % learnsAfter !== learnsAfter - 1) continue
    finder = trainFinder(
      taught.map(article => ({
        ...article,
        heard: heard
          .get(article.key)
          ?.sort((a, b) => b.confidence - a.confidence)
          .map(one => one.text),
      })),
    )
  }
  return report(`intents-en, ${count} phr., learning in turn`, [asked])
}

/** What an editor gains who attaches fifteen wordings of the log to each article; measured on the other questions. */
function benchLog(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[]): Figure[] {
  const turns = new Map<string | null, number>()
  const held: LabelledQuestion[] = []
  const attached = new Map(articles.map(({ key, questions: own }) => [key, [...own]]))
  for (const question of questions) {
    const turn = turns.get(question.key) ?? 0
    turns.set(question.key, turn + 1)
    if (question.key !== null && turn % 4 > 0) attached.get(question.key)?.push(question.text)
    else held.push(question)
  }
  const taught = articles.map(article => ({ ...article, questions: attached.get(article.key)! }))
  return report('intents-en, 25 phrasings', [trial(taught, held)])
}

/** Every fifth phrasing of each article of the demo in turn is asked of a finder that was taught the others. */
function benchDemo(locale: string, foreign: readonly LabelledQuestion[]): Figure[] {
  const articles = readDemo(locale)
  const trials = [0, 1, 2, 3, 4].map(fold => {
    const held = articles.flatMap(({ key, questions }) => questions.filter((_, at) => at % 5 === fold).map(text => ({ text, key })))
    const taught = articles.map(article => ({ ...article, questions: article.questions.filter((_, at) => at % 5 !== fold) }))
    return trial(taught, [...held, ...foreign.map(({ text }) => ({ text, key: null }))])
  })
  return report(`demo ${locale}, held-out phrasings`, trials)
}

interface Asked {
  key: string | null
  found: Classification
  nearest: { key: string; cosine: number }
}

function trial(taught: readonly TaughtArticle[], questions: readonly LabelledQuestion[]): Asked[] {
  const finder = trainFinder(taught)
  const nearest = nearestPhrasing(taught)
  return questions.map(({ text, key }) => ({ key, found: classifyQuestion(finder, text), nearest: nearest(text) }))
}

function report(name: string, trials: readonly Asked[][], aims: { accuracy?: string; auroc?: string; recall?: string } = {}): Figure[] {
  const asked = trials.flat()
  const own = asked.filter(({ key }) => key !== null)
  const foreign = asked.filter(({ key }) => key === null)
  const right = own.filter(({ key, found }) => found.candidates[0]?.key === key).length
  const nearest = own.filter(({ key, nearest }) => nearest.key === key).length
  const figures = [figure(`${name}: accuracy@1 (nearest)`, right / own.length, nearest / own.length, aims.accuracy)]
  if (foreign.length === 0) return figures
  const [ours, theirs] = [({ found }: Asked) => found.inScope, ({ nearest }: Asked) => nearest.cosine]
  const both = (measure: (own: number[], foreign: number[]) => number) =>
    [ours, theirs].map(score => measure(own.map(score), foreign.map(score))) as [number, number]
  return [
    ...figures,
    figure(`${name}: AUROC out of scope`, ...both(auroc), aims.auroc),
    figure(`${name}: refused at 90 % accepted`, ...both(recall), aims.recall),
  ]
}

/** What customers of a website would get at the usual thresholds. */
function decisions(name: string, asked: readonly Asked[]): Figure {
  const thresholds = thresholdsOf('website')
  const decided = asked.map(({ key, found }) => ({ key, decision: decide(found, thresholds) }))
  const own = decided.filter(({ key }) => key !== null)
  const answered = own.filter(({ decision }) => decision.status === 'answered')
  const right = answered.filter(({ key, decision }) => decision.status === 'answered' && decision.key === key)
  const offered = own.filter(({ key, decision }) => decision.status === 'clarify' && decision.options.includes(key!))
  const foreign = decided.filter(({ key }) => key === null)
  const fooled = foreign.filter(({ decision }) => decision.status === 'answered')
  const value = [answered.length / own.length, right.length / answered.length, offered.length / own.length, fooled.length / foreign.length]
  return { label: `${name}: answered, right of it, offered, fooled`, value: value.map(percent).join(' ') }
}

function figure(label: string, ours: number, baseline: number, aim?: string): Figure {
  return { label, value: `${percent(ours)} (${percent(baseline)})`, ...(aim && { aim }) }
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** The probability that a question of the scope scores above a foreign one. */
function auroc(own: readonly number[], foreign: readonly number[]): number {
  let wins = 0
  for (const one of own) for (const other of foreign) wins += one > other ? 1 : one === other ? 0.5 : 0
  return wins / (own.length * foreign.length)
}

/** The share of foreign questions below the score that nine of ten questions of the scope reach. */
function recall(own: readonly number[], foreign: readonly number[]): number {
  const threshold = quantile(own, 0.1)
  return foreign.filter(score => score < threshold).length / foreign.length
}
