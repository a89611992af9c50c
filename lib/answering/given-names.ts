import { stem } from '#lib/search/analyser/stem.ts'

/** The commonest given names of Russia with their short forms, and of English-speaking countries. */
const names = `
александр алексей анатолий андрей антон аркадий артем артур борис вадим валентин валерий василий виктор виталий владимир владислав вячеслав георгий геннадий григорий
даниил данила денис дмитрий евгений егор иван игорь ильдар илья кирилл константин лев леонид максим марат матвей михаил никита николай олег павел петр ринат роман руслан
рустам семен сергей станислав степан тимофей тимур федор филипп эдуард юрий яков ярослав саша леша миша дима женя коля паша витя вова петя костя гоша толя юра
александра алена алина алла анастасия ангелина анна антонина валентина валерия варвара вера вероника виктория галина дарья диана евгения екатерина елена елизавета жанна
зинаида зоя инна ирина карина кристина ксения лариса лидия любовь людмила маргарита марина мария надежда наталья наталия нина оксана олеся ольга полина раиса светлана
софия софья тамара татьяна ульяна юлия яна аня таня оля катя маша лена наташа ира света настя даша юля вика люда галя
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
edward peter mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley emily anna helen laura alice jane kate
`

const stems = new Set(names.trim().split(/\s+/).map(stem))

/** Whether a folded word is such a name in any case: Анна, Анны. A word of another meaning may be one (Вера, Mark). */
export function isGivenName(folded: string): boolean {
  return folded.length > 2 && stems.has(stem(folded))
}

/** Stems of names that are a word of another meaning in small letters: faith, light, people, wife, bones. */
const alsoWords = new Set(['вера', 'надежда', 'любовь', 'лев', 'роман', 'света', 'люда', 'женя', 'костя', 'коля', 'толя'].map(stem))

/** Whether a word in small letters is such a name in any case and hardly anything else: иван, марии; not вера. */
export function isPlainlyGivenName(folded: string): boolean {
  return isGivenName(folded) && !alsoWords.has(stem(folded))
}
