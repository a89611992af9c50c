/** Words that say nothing of the matter. Negations (не, без, нет, not, without) are no function words: they turn the meaning. */
const functionWords: ReadonlySet<string> = new Set(
  `
и в во на с со к ко по о об обо от ото до из изо у за над под при про для через между перед после около среди
а но да или либо то же ли бы б ведь вот уж как что чтобы если когда где куда откуда почему зачем сколько какой какая какое какие каким каком какую
каких кто чего чему чем кого кому ком который которая которое которые которого которой которым которых это этот эта эти этого этой этом этим этих эту
тот та те того той тому тем тех так такой такая такое такие там тут здесь туда сюда я ты вы мы он она оно они мне меня мной тебе тебя вам вас вами нам
нас нами ему его ей ее им их ими мой моя мое мои моего моей моему моим моих мою твой ваш ваша ваше ваши вашего вашей вашему вашим ваших вашу наш наша
наше наши нашего свой своя свое свои своего своей своему своим своих свою себя себе собой быть есть был была было были будет будут можно нужно надо ли
еще уже только даже тоже также очень просто именно пожалуйста здравствуйте привет подскажите скажите хочу хотел хотела ну ага
the a an of to in on at by for from with into about as is are was were be been being am do does did doing have has had having i you he she it we they
me my mine your yours his her its our ours their theirs them us him this that these those what which who whom whose when where why how can could would
will shall should may might must there here if then than so and or but just please hi hello want need get let tell like some any im i'm ive i'd you're
`
    .trim()
    .split(/\s+/),
)

/** `word` as folded. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word)
}

/** True for words that deny: what stands beside them means the opposite. */
export function isNegation(word: string): boolean {
  return negations.has(word)
}

const negations: ReadonlySet<string> = new Set(
  "не ни нет без нельзя невозможно not no never without cannot can't don't doesn't didn't won't isn't unable".split(' '),
)
