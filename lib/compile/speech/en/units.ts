/** Singular and plural of a counted word. */
export type Counted = readonly [one: string, many: string]

const plain = (one: string, many = `${one}s`): Counted => [one, many]
export const currencies: ReadonlyMap<string, { whole: Counted; part: Counted | null }> = new Map([
  ['RUB', { whole: plain('rouble'), part: plain('kopeck') }],
  ['USD', { whole: plain('dollar'), part: plain('cent') }],
  ['EUR', { whole: plain('euro'), part: plain('cent') }],
  ['GBP', { whole: plain('pound'), part: plain('penny', 'pence') }],
  ['CNY', { whole: plain('yuan', 'yuan'), part: plain('fen', 'fen') }],
  ['KZT', { whole: plain('tenge', 'tenge'), part: plain('tiyn', 'tiyn') }],
  ['BYN', { whole: plain('Belarusian rouble'), part: plain('kopeck') }],
  ['CHF', { whole: plain('Swiss franc'), part: plain('centime') }],
  ['JPY', { whole: plain('yen', 'yen'), part: null }],
  ['TRY', { whole: plain('lira'), part: plain('kurush', 'kurush') }],
  ['AED', { whole: plain('dirham'), part: plain('fils', 'fils') }],
  ['AMD', { whole: plain('dram'), part: null }],
  ['GEL', { whole: plain('lari', 'lari'), part: plain('tetri', 'tetri') }],
  ['UZS', { whole: plain('som', 'som'), part: null }],
  ['INR', { whole: plain('rupee'), part: null }],
])

/** Signs and words of currencies, lower case. */
export const currencyMarks: ReadonlyMap<string, string> = new Map([
  ['₽', 'RUB'],
  ['rub', 'RUB'],
  ['руб', 'RUB'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
  ['₸', 'KZT'],
  ['₺', 'TRY'],
  ['₹', 'INR'],
  ...[...currencies.keys()].map(code => [code.toLowerCase(), code] as const),
])

const kilometer = plain('kilometer')
/** Units as written after a number; case matters. */
export const units: ReadonlyMap<string, Counted> = new Map([
  ['%', plain('percent', 'percent')],
  ['KB', plain('kilobyte')],
  ['MB', plain('megabyte')],
  ['GB', plain('gigabyte')],
  ['TB', plain('terabyte')],
  ['Mbps', ['megabit per second', 'megabits per second']],
  ['Mbit/s', ['megabit per second', 'megabits per second']],
  ['Gbps', ['gigabit per second', 'gigabits per second']],
  ['km/h', ['kilometer per hour', 'kilometers per hour']],
  ['km', kilometer],
  ['m', plain('meter')],
  ['cm', plain('centimeter')],
  ['mm', plain('millimeter')],
  ['kg', plain('kilogram')],
  ['g', plain('gram')],
  ['°C', ['degree Celsius', 'degrees Celsius']],
  ['°F', ['degree Fahrenheit', 'degrees Fahrenheit']],
  ['°', plain('degree')],
  ['h', plain('hour')],
  ['hr', plain('hour')],
  ['hrs', plain('hour')],
  ['min', plain('minute')],
  ['mins', plain('minute')],
  ['sec', plain('second')],
  ['s', plain('second')],
  ['ms', plain('millisecond')],
  ['pcs', plain('piece')],
  ['mo', plain('month')],
  ['yr', plain('year')],
  ['GHz', plain('gigahertz', 'gigahertz')],
  ['W', plain('watt')],
  ['kWh', plain('kilowatt hour')],
  ['mAh', plain('milliampere hour')],
  ['MP', plain('megapixel')],
  ['mph', ['mile per hour', 'miles per hour']],
  ['Kbps', ['kilobit per second', 'kilobits per second']],
  ['kbps', ['kilobit per second', 'kilobits per second']],
  ['oz', plain('ounce')],
  ['lb', plain('pound')],
  ['lbs', plain('pound')],
  ['ft', plain('foot', 'feet')],
  ['ml', plain('milliliter')],
  ['L', plain('liter')],
  ['m²', plain('square meter')],
  ['sq m', plain('square meter')],
  ['sq ft', plain('square foot', 'square feet')],
  ['m³', plain('cubic meter')],
  ['wk', plain('week')],
  ['wks', plain('week')],
  ['yrs', plain('year')],
])

const factUnits: ReadonlyMap<string, Counted> = new Map<string, Counted>([
  ...'second minute hour day week month year piece kilobyte megabyte gigabyte meter kilogram'
    .split(' ')
    .map(name => [name, plain(name)] as const),
  ['businessDay', plain('business day')],
  ['kilometer', kilometer],
  ['percent', plain('percent', 'percent')],
  ['megabitPerSecond', ['megabit per second', 'megabits per second']],
  ...[...currencies].map(([code, { whole }]) => [code, whole] as const),
])

/** Singular and plural of a fact's unit (a duration or number unit, `percent`, an ISO 4217 code), written and spoken alike. */
export function factUnitWords(unit: string): Counted | undefined {
  return factUnits.get(unit)
}

/** What follows "/" after an amount: "$5/mo" → "five dollars per month". */
export const perUnits: ReadonlyMap<string, string> = new Map(
  'mo=month month=month yr=year year=year day=day h=hour hr=hour hour=hour min=minute s=second week=week wk=week GB=gigabyte MB=megabyte SMS=S\u00a0M\u00a0S kg=kilogram'
    .split(' ')
    .map(entry => entry.replaceAll('\u00a0', ' ').split('=') as [string, string]),
)
