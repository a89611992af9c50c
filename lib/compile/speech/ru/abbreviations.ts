import { feminine, masculine, type Noun, noun } from './grammar.ts'

const place = (entry: Noun): readonly string[] => entry.one
const house = ['дом', 'дома', 'дому', 'дом', 'домом', 'доме']
const adjectiveStreet = noun('f', 'площадь площади площади площадь площадью площади|площади площадей площадям площади площадями площадях')
const building = ['строение', 'строения', 'строению', 'строение', 'строением', 'строении']
const fixed = (text: string): readonly string[] => [text, text, text, text, text, text]

/**
 * Abbreviations with a full stop whose spoken noun declines after a preposition ("на ул." → "на улице"). They stand before a name or a
 * number, so their full stop never ends a sentence.
 */
export const placeAbbreviations: ReadonlyMap<string, readonly string[]> = new Map([
  ['ул', ['улица', 'улицы', 'улице', 'улицу', 'улицей', 'улице']],
  ['пр', ['проспект', 'проспекта', 'проспекту', 'проспект', 'проспектом', 'проспекте']],
  ['просп', place(masculine('проспект'))],
  ['пл', place(adjectiveStreet)],
  ['пер', place(masculine('переулк')).map((form, index) => (index === 0 || index === 3 ? 'переулок' : form))],
  [
    'наб',
    place(feminine('набережн')).map(
      (_, index) => ['набережная', 'набережной', 'набережной', 'набережную', 'набережной', 'набережной'][index]!,
    ),
  ],
  ['ш', ['шоссе', 'шоссе', 'шоссе', 'шоссе', 'шоссе', 'шоссе']],
  ['г', place(masculine('город'))],
  ['д', house],
  ['дом', house],
  ['корп', place(masculine('корпус'))],
  ['стр', ['страница', 'страницы', 'странице', 'страницу', 'страницей', 'странице']],
  ['кв', place(feminine('квартир'))],
  ['оф', place(masculine('офис'))],
  ['каб', place(masculine('кабинет'))],
  ['пом', ['помещение', 'помещения', 'помещению', 'помещение', 'помещением', 'помещении']],
  ['эт', place(masculine('этаж')).map((form, index) => (index === 4 ? 'этажом' : form))],
  ['п', place(masculine('пункт'))],
  ['пп', ['пункты', 'пунктов', 'пунктам', 'пункты', 'пунктами', 'пунктах']],
  ['подп', place(masculine('подпункт'))],
  ['ст', ['статья', 'статьи', 'статье', 'статью', 'статьёй', 'статье']],
  ['ч', ['часть', 'части', 'части', 'часть', 'частью', 'части']],
  ['гл', place(feminine('глав'))],
  ['разд', place(masculine('раздел'))],
  ['рис', ['рисунок', 'рисунка', 'рисунку', 'рисунок', 'рисунком', 'рисунке']],
  ['табл', place(feminine('таблиц')).map((form, index) => (index === 4 ? 'таблицей' : form))],
  ['прил', ['приложение', 'приложения', 'приложению', 'приложение', 'приложением', 'приложении']],
  ['обл', ['область', 'области', 'области', 'область', 'областью', 'области']],
  ['пос', place(masculine('посёлк')).map((form, index) => (index === 0 || index === 3 ? 'посёлок' : form))],
  ['тел', place(masculine('телефон'))],
  ['моб', fixed('мобильный')],
  ['доб', fixed('добавочный')],
  ['им', fixed('имени')],
  ['см', fixed('смотрите')],
  ['напр', fixed('например')],
  ['теч', fixed('течение')],
  ['ок', fixed('около')],
  ['макс', fixed('максимум')],
  ['мин', fixed('минимум')],
  ['прим', fixed('примечание')],
  ['вкл', fixed('включительно')],
  ['бул', place(masculine('бульвар'))],
])
/** "стр." in an address is a building, elsewhere a page. */
export const buildingForms: readonly string[] = building
/** Abbreviations without declension; their full stop may end a sentence. */
export const plainAbbreviations: ReadonlyMap<string, string> = new Map([
  ['др', 'другие'],
  ['проч', 'прочее'],
  ['руб', 'рублей'],
  ['коп', 'копеек'],
  ['тыс', 'тысяч'],
  ['млн', 'миллионов'],
  ['млрд', 'миллиардов'],
  ['трлн', 'триллионов'],
  ['мес', 'месяцев'],
  ['дн', 'дней'],
  ['сут', 'суток'],
  ['шт', 'штук'],
  ['чел', 'человек'],
  ['гг', 'годов'],
  ['сек', 'секунд'],
  ['раб', 'рабочих'],
  ['кал', 'календарных'],
  ['долл', 'долларов'],
])

/** "т. е." and its kin: the second letter after "т." */
export const afterT: ReadonlyMap<string, string> = new Map([
  ['е', 'то есть'],
  ['д', 'так далее'],
  ['п', 'тому подобное'],
  ['к', 'так как'],
  ['н', 'так называемый'],
  ['о', 'таким образом'],
  ['ч', 'том числе'],
])

/** Abbreviations with a slash. */
export const slashAbbreviations: ReadonlyMap<string, string> = new Map([
  ['р/с', 'расчётный счёт'],
  ['к/с', 'корреспондентский счёт'],
  ['л/с', 'лицевой счёт'],
  ['р/сч', 'расчётный счёт'],
  ['и/или', 'и или'],
  ['а/я', 'абонентский ящик'],
  ['б/у', 'бывший в употреблении'],
  ['ж/д', 'железнодорожный'],
  ['з/п', 'зарплата'],
  ['в/о', 'высшее образование'],
])

/** Words with a hyphen that are read in full. */
export const hyphenAbbreviations: ReadonlyMap<string, string> = new Map([
  ['р-н', 'район'],
  ['пр-т', 'проспект'],
  ['б-р', 'бульвар'],
  ['наб-я', 'набережная'],
  ['кол-во', 'количество'],
  ['г-н', 'господин'],
  ['г-жа', 'госпожа'],
])
