import { russianNouns } from './russian-nouns.ts'

/**
 * The key under which the forms of a Russian word meet. Snowball's algorithm (snowballstem.org/algorithms/russian/stemmer.html) on a word in lower case
 * with ё folded, and then what Snowball leaves apart: nouns that look like verbs (кредит), fleeting vowels (справок), theme suffixes and alternations of
 * verbs (оплачу, подписывать). The key is no word: never show it.
 */
export function stemRussian(word: string): string {
  const irregular = irregularForms.get(word)
  if (irregular !== undefined) return irregular
  if (word.length < 4) return word
  if (isNounByHeart(word)) return conflate(word)
  // запись and подпись are no verbs, though they end like one.
  if (word.endsWith('пись')) return word.slice(0, -1)
  return conflate(word.endsWith('е') && isNounByHeart(word.slice(0, -1)) ? word.slice(0, -1) : snowball(word))
}

const vowel = /[аеиоуыэюя]/
const perfectiveAfterA = ['вшись', 'вши', 'в']
const perfective = ['ившись', 'ывшись', 'ивши', 'ывши', 'ив', 'ыв']
const adjective = 'ими ыми его ого ему ому ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею'.split(' ')
const participleAfterA = ['ющ', 'вш', 'ем', 'нн', 'щ']
const participle = ['ивш', 'ывш', 'ующ']
const verbAfterA = 'нно ете йте ешь ла на ли ем ло но ет ют ны ть й л н'.split(' ')
const verb = 'ейте уйте ила ыла ена ите или ыли ило ыло ено ует уют ены ить ыть ишь ей уй ил ыл им ым ен ят ит ыт ую ю'.split(' ')
/** Present endings after a consonant or о, which Snowball leaves (закроет, вернешь, придут). */
const verbPresent = 'ешься ется емся етесь утся ются ешь ете йте ьте ет ем ут ют'.split(' ')
/** Endings after one kind of consonant: вернуть, подключат. */
const afterN = 'увши нуть ула уло ули уть ул ув'.split(' ')
const afterHush = 'ала ало али ать ат ал'.split(' ')
const noun = 'иями ями ами ией иям ием иях ев ов ие ье еи ии ей ой ий ям ем ам ом ах ях ию ью ия ья а е и й о у ы ь ю я'.split(' ')

/** Words of the dictionary whose end only looks like an ending, also as the last part of a compound (сбермаркет). */
function isNounByHeart(word: string): boolean {
  if (russianNouns.has(word)) return true
  for (let from = 1; from <= word.length - 5; from++) if (russianNouns.has(word.slice(from))) return true
  return false
}

function snowball(word: string): string {
  const first = word.search(vowel)
  if (first < 0) return word
  const start = first + 1
  let rest = word
  const gerund = cutAfterA(rest, start, perfectiveAfterA) ?? cut(rest, start, perfective)
  if (gerund !== null) rest = gerund
  else rest = withoutEnding(cut(rest, start, ['ся', 'сь']) ?? rest, start)
  rest = cut(rest, start, ['и']) ?? rest
  const second = regionTwo(word)
  rest = cut(rest, second, ['ость', 'ост']) ?? rest
  const superlative = cut(rest, start, ['ейше', 'ейш'])
  rest = superlative ?? rest
  if (rest.endsWith('нн') && rest.length - 2 >= start) return rest.slice(0, -1)
  return superlative === null ? (cut(rest, start, ['ь']) ?? rest) : rest
}

function withoutEnding(word: string, start: number): string {
  const plain = cut(word, start, adjective)
  if (plain !== null) return cutAfterA(plain, start, participleAfterA) ?? cut(plain, start, participle) ?? plain
  return (
    cutAfterA(word, start, verbAfterA) ??
    cut(word, start, verb) ??
    cutAfter(word, 'н', start, afterN) ??
    cutAfter(word, 'жчшщ', start, afterHush) ??
    cut(word, Math.max(start, 3), verbPresent) ??
    cut(word, start, noun) ??
    word
  )
}

/** The word without the longest of the endings, which lies in the region from `start`; null: it has none of them. */
function cut(word: string, start: number, endings: readonly string[]): string | null {
  for (const ending of endings) {
    if (word.length - ending.length >= start && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return null
}

/** The same, where а or я stands before the ending. */
function cutAfterA(word: string, start: number, endings: readonly string[]): string | null {
  return cutAfter(word, 'ая', start + 1, endings)
}

function cutAfter(word: string, before: string, start: number, endings: readonly string[]): string | null {
  for (const ending of endings) {
    const at = word.length - ending.length
    if (at >= start && word.endsWith(ending) && before.includes(word[at - 1] ?? ' ')) return word.slice(0, at)
  }
  return null
}

function regionTwo(word: string): number {
  let at = 0
  for (let round = 0; round < 2; round++) {
    while (at < word.length && !vowel.test(word[at] ?? '')) at++
    while (at < word.length && vowel.test(word[at] ?? '')) at++
    at++
  }
  return at
}

/** Theme suffixes, fleeting vowels and alternations: the same rules for every stem, so that forms which differ only in them meet. */
function conflate(stem: string): string {
  let key = stem
  for (const [pattern, replacement] of conflations) key = key.length >= 4 ? key.replace(pattern, replacement) : key
  return key
}

const conflations: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)(?:ов|ев|ыв|ив)а(?:н|т|л)?$/, ''],
  [/^(с|при|под|от|об|за|по|у|до|пере|из|вы|раз)(?:ня|ни|йм|ним|ыма|има|нял|нят|ним[аеу]|няв)$/, '$1ним'],
  [/(?<=^(?:в|во|вы|за|на|по|про|при|пере|у|от|ото|под|подо|до|с|со|раз|разо|об|обо|из|изо|пре))(?:йт|йд|йдт|д|дт|шел|шл|шед|шедш)$/, 'йд'],
  [/(?<=...)[аеиоуыя]$/, ''],
  [/(?<=[пбвмф])л(?:ен|я)?$/, ''],
  [/(?<=пере|при|про|от|за|вы|у|в|под|раз|с|до|на|об)(?:вест|вел|вед)$/, 'вод'],
  [/([аеиоуыэюя])ек$/, '$1йк'],
  [/ь(?=[кц]$)/, ''],
  [/(?<=[^аеиоуыэюя])[ое]к$/, 'к'],
  [/(?<=[^аеиоуыэюя])ец$/, 'ц'],
  [/(?:жд|ж)$/, 'д'],
  [/[чщ]$/, 'т'],
  [/ш$/, 'с'],
]

/** Words whose forms no rule brings together: every form, the key first. */
const irregularForms = new Map(
  [
    'день день дня дню днем дне дни дней дням днями днях',
    'деньг деньги денег деньгам деньгами деньгах деньга',
    'письм письмо письма письму письмом письме писем письмам письмами письмах',
    'ребенк ребенок ребенка ребенку ребенком ребенке дети детей детям детьми детях',
    'человек человека человеку человеком человеке люди людей людям людьми людях',
    'заем заем займа займу займом займе займы займов займам займами займах',
    'врем время времени временем времена времен временам временами временах',
    'имя имя имени именем имена имен именам именами именах',
    'взят взять взял взяла взяло взяли возьму возьмет возьмем возьмете возьмешь возьмут возьмите возьми взяв',
    'ехат ехать еду едешь едет едем едете едут ехал ехала ехали поехать поеду поедет',
    'мочь мочь могу можешь может можем можете могут мог могла могло могли смочь смогу смогли смог смогла сможет сможем сможете',
    'хотет хотеть хочу хочешь хочет хотим хотите хотят хотел хотела хотели хотело',
    'дат дать дам дашь даст дадим дадите дадут дал дала дало дали дай дайте дав',
    'сет сеть сети сетью сетей сетям сетями сетях',
    'счет счет счета счету счетом счете счетов счетам счетами счетах',
    'мес мес месяц месяца месяцу месяцем месяце месяцы месяцев месяцам месяцами месяцах',
  ].flatMap(line => {
    const [key = '', ...forms] = line.split(' ')
    return forms.map(form => [form, key] as const)
  }),
)
