import { type Case, feminine, invariable, masculine, type Noun, noun, withAdjective } from './grammar.ts'

export const rouble = noun('m', 'рубль рубля рублю рубль рублём рубле|рубли рублей рублям рубли рублями рублях')
export const kopeck = noun('f', 'копейка копейки копейке копейку копейкой копейке|копейки копеек копейкам копейки копейками копейках')
export const percent = masculine('процент')
export const percentagePoint = withAdjective(
  'процентный процентного процентному процентный процентным процентном',
  'процентные процентных процентным процентные процентными процентных',
  masculine('пункт'),
)
export const second = feminine('секунд')
export const minute = feminine('минут')
export const hour = masculine('час')
export const day = noun('m', 'день дня дню день днём дне|дни дней дням дни днями днях')
export const businessDay = withAdjective(
  'рабочий рабочего рабочему рабочий рабочим рабочем',
  'рабочие рабочих рабочим рабочие рабочими рабочих',
  day,
)
export const week = noun('f', 'неделя недели неделе неделю неделей неделе|недели недель неделям недели неделями неделях')
export const month = noun('m', 'месяц месяца месяцу месяц месяцем месяце|месяцы месяцев месяцам месяцы месяцами месяцах')
export const year = noun('m', 'год года году год годом году|годы лет годам годы годами годах')
export const piece = feminine('штук')
export const dayAndNight = noun('p', 'сутки суток суткам сутки сутками сутках|сутки суток суткам сутки сутками сутках')
export const degree = masculine('градус')
const kilogram = masculine('килограмм')
const meter = masculine('метр')
const bit = masculine('бит', 'бит')
const byte = masculine('байт', 'байт')
const prefixed = (prefix: string, of: Noun): Noun => ({
  gender: of.gender,
  one: of.one.map(form => prefix + form),
  many: of.many.map(form => prefix + form),
})
const per = (of: Noun, tail: string): Noun => ({
  gender: of.gender,
  one: of.one.map(form => `${form} ${tail}`),
  many: of.many.map(form => `${form} ${tail}`),
})
const celsius = per(degree, 'Цельсия')

/** Units as they are written after a number (without the final full stop). Case matters only where it tells units apart. */
export const unitNouns: ReadonlyMap<string, Noun> = new Map([
  ['%', percent],
  ['п. п', percentagePoint],
  ['п.п', percentagePoint],
  ['б', byte],
  ['байт', byte],
  ['КБ', prefixed('кило', byte)],
  ['Кб', prefixed('кило', byte)],
  ['кБ', prefixed('кило', byte)],
  ['МБ', prefixed('мега', byte)],
  ['Мб', prefixed('мега', byte)],
  ['мб', prefixed('мега', byte)],
  ['ГБ', prefixed('гига', byte)],
  ['Гб', prefixed('гига', byte)],
  ['гб', prefixed('гига', byte)],
  ['ТБ', prefixed('тера', byte)],
  ['Тб', prefixed('тера', byte)],
  ['кбит/с', per(prefixed('кило', bit), 'в секунду')],
  ['Кбит/с', per(prefixed('кило', bit), 'в секунду')],
  ['Мбит/с', per(prefixed('мега', bit), 'в секунду')],
  ['мбит/с', per(prefixed('мега', bit), 'в секунду')],
  ['Гбит/с', per(prefixed('гига', bit), 'в секунду')],
  ['Мбит', prefixed('мега', bit)],
  ['Гбит', prefixed('гига', bit)],
  ['км/ч', per(prefixed('кило', meter), 'в час')],
  ['км', prefixed('кило', meter)],
  ['м', meter],
  ['см', prefixed('санти', meter)],
  ['мм', prefixed('милли', meter)],
  ['м²', per2(meter)],
  ['кв. м', per2(meter)],
  ['м2', per2(meter)],
  ['м³', cubic(meter)],
  ['м3', cubic(meter)],
  ['куб. м', cubic(meter)],
  ['кг', kilogram],
  ['г', masculine('грамм')],
  ['л', masculine('литр')],
  ['мл', masculine('миллилитр')],
  ['мг', masculine('миллиграмм')],
  ['мкг', masculine('микрограмм')],
  ['уд./мин', per(masculine('удар'), 'в минуту')],
  ['°C', celsius],
  ['°С', celsius],
  ['°', degree],
  ['ч', hour],
  ['час', hour],
  ['мин', minute],
  ['сек', second],
  ['мс', feminine('миллисекунд')],
  ['дн', day],
  ['сут', dayAndNight],
  ['нед', week],
  ['мес', month],
  ['шт', piece],
  ['коп', kopeck],
  ['чел', noun('m', 'человек человека человеку человека человеком человеке|люди человек людям человек людьми людях')],
  ['Вт', masculine('ватт', 'ватт')],
  ['кВт', masculine('киловатт', 'киловатт')],
  ['кВт·ч', masculine('киловатт-час')],
  ['кВт*ч', masculine('киловатт-час')],
  ['кВт-ч', masculine('киловатт-час')],
  ['кВтч', masculine('киловатт-час')],
  ['мА·ч', masculine('миллиампер-час')],
  ['мАч', masculine('миллиампер-час')],
  ['Мпикс', masculine('мегапиксел', 'мегапикселей')],
  ['Мп', masculine('мегапиксел', 'мегапикселей')],
  ['В', masculine('вольт', 'вольт')],
  ['ГГц', masculine('гигагерц', 'гигагерц')],
  ['МГц', masculine('мегагерц', 'мегагерц')],
  ['Гц', masculine('герц', 'герц')],
  ['экз', masculine('экземпляр')],
  ['км²', per2(prefixed('кило', meter))],
])

function per2(of: Noun): Noun {
  return withAdjective(
    'квадратный квадратного квадратному квадратный квадратным квадратном',
    'квадратные квадратных квадратным квадратные квадратными квадратных',
    of,
  )
}

function cubic(of: Noun): Noun {
  return withAdjective(
    'кубический кубического кубическому кубический кубическим кубическом',
    'кубические кубических кубическим кубические кубическими кубических',
    of,
  )
}

/** What "/" and a unit mean after an amount: "300 ₽/мес." → "триста рублей в месяц". */
export const perUnit: ReadonlyMap<string, string> = new Map([
  ['мес', 'в месяц'],
  ['месяц', 'в месяц'],
  ['год', 'в год'],
  ['г', 'в год'],
  ['день', 'в день'],
  ['дн', 'в день'],
  ['сут', 'в сутки'],
  ['сутки', 'в сутки'],
  ['нед', 'в неделю'],
  ['неделя', 'в неделю'],
  ['ч', 'в час'],
  ['час', 'в час'],
  ['мин', 'в минуту'],
  ['с', 'в секунду'],
  ['сек', 'в секунду'],
  ['шт', 'за штуку'],
  ['SMS', 'за эсэмэс'],
  ['СМС', 'за эсэмэс'],
  ['МБ', 'за мегабайт'],
  ['Мб', 'за мегабайт'],
  ['ГБ', 'за гигабайт'],
  ['Гб', 'за гигабайт'],
  ['кг', 'за килограмм'],
  ['км', 'за километр'],
  ['м', 'за метр'],
])

/** Nouns that the compiler can decline itself when an author has written them in full after a range or a decimal. */
const known: readonly Noun[] = [
  rouble,
  kopeck,
  percent,
  second,
  minute,
  hour,
  day,
  dayAndNight,
  week,
  month,
  year,
  piece,
  degree,
  kilogram,
  meter,
  prefixed('кило', meter),
  byte,
  prefixed('мега', byte),
  prefixed('гига', byte),
  masculine('доллар'),
  invariable('m', 'евро'),
  feminine('карт'),
  feminine('попытк', 'попыток'),
  feminine('цифр'),
  feminine('заявк', 'заявок'),
  masculine('раз', 'раз'),
  masculine('символ'),
  masculine('документ'),
]

export interface KnownForm {
  noun: Noun
  inCase: Case
  plural: boolean
}

/** Every form of the known nouns with all its readings; looked up in lower case. */
export const knownForms: ReadonlyMap<string, readonly KnownForm[]> = collectForms()

function collectForms(): Map<string, KnownForm[]> {
  const forms = new Map<string, KnownForm[]>()
  for (const entry of known) {
    for (const plural of [false, true]) {
      const list = plural ? entry.many : entry.one
      list.forEach((form, index) => {
        const readings = forms.get(form) ?? []
        readings.push({ noun: entry, inCase: index as Case, plural })
        forms.set(form, readings)
      })
    }
  }
  return forms
}
