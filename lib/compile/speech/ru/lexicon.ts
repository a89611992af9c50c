/** Latin words, brands and terms as a Russian speaker says them, in lower case. Entries with a hyphen or an apostrophe are one word. */
const read =
  'sms=эсэмэс mms=эмэмэс pin=пин cvc=сивиси cvv=сививи qr=кьюар iban=ибан swift=свифт usb=юэсби wi-fi=вайфай wifi=вайфай nfc=энэфси ios=айос android=андроид ' +
  'apple=эпл pay=пэй mir=мир google=гугл visa=виза mastercard=мастеркард app=апп store=стор play=плэй rustore=рустор samsung=самсунг huawei=хуавэй xiaomi=сяоми ' +
  'honor=хонор iphone=айфон ipad=айпад mac=мак macos=макос windows=виндоус linux=линукс chrome=хром safari=сафари firefox=файерфокс opera=опера edge=эдж ' +
  'yandex=яндекс telegram=телеграм whatsapp=вотсап viber=вайбер vk=вэка max=макс skype=скайп zoom=зум youtube=ютуб facebook=фейсбук instagram=инстаграм ' +
  'sim=сим esim=исим e-sim=исим gps=джипиэс glonass=глонасс lte=элтэе volte=волте ussd=юэсэсди imei=имей apn=эйпиэн vpn=випиэн ip=айпи dns=диэнэс ' +
  'id=айди face=фейс touch=тач secure=секьюр 3d=три·ди 2fa=два·эф·эй otp=оутипи push=пуш e-mail=имейл email=имейл mail=мейл online=онлайн offline=офлайн ' +
  'pdf=пэдээф doc=док docx=докс xls=эксель xlsx=эксель excel=эксель word=ворд csv=сиэсви zip=зип jpg=джейпег jpeg=джейпег png=пиэнджи mp3=эмпэтри xml=иксэмэль ' +
  'html=эйчтиэмэл json=джейсон api=эйпиай url=урл http=эйчтитипи https=эйчтитипиэс web=веб www=вэвэвэ pos=пос atm=эйтиэм rub=рублей usd=долларов eur=евро ' +
  'premium=премиум gold=голд platinum=платинум classic=классик standard=стандарт black=блэк light=лайт lite=лайт basic=бейсик pro=про plus=плюс mini=мини start=старт ' +
  'smart=смарт family=фэмили business=бизнес vip=вип cashback=кэшбэк bluetooth=блютус bonus=бонус bank=банк unionpay=юнионпэй jcb=джейсиби amex=амекс ' +
  'maestro=маэстро electron=электрон world=ворлд elite=элит infinite=инфинит signature=сигначур wallet=воллет card=кард cards=кардс ok=окей faq=эфэйкью it=айти ' +
  'crm=сиэрэм ivr=айвиар tv=тиви hd=эйчди 4k=четыре·ка gsm=джиэсэм ' +
  'home=хоум office=офис drive=драйв cloud=клауд galaxy=гэлакси watch=вотч garmin=гармин sberpay=сберпэй sber=сбер mirpay=мирпэй tinkoff=тинькофф t-bank=тэбанк ' +
  'ru=ру com=ком org=орг net=нэт info=инфо support=саппорт help=хелп hello=хелло client=клиент service=сервис online=онлайн lk=элка my=май id=айди shop=шоп example=экзампл ' +
  'gosuslugi=госуслуги nalog=налог cbr=цэбээр fincert=финцерт istok=исток biz=биз io=айо me=ми tv=тиви su=эсу go=гоу app=апп dev=дев travel=трэвел site=сайт pro=про ' +
  'java=джава script=скрипт javascript=джаваскрипт cookie=куки cookies=куки login=логин password=пассворд captcha=капча chat=чат bot=бот call=колл center=центр ' +
  'center=центр back=бэк cash=кэш usdt=юэсдити bitcoin=биткоин btc=биткоин eth=эфир spotify=спотифай netflix=нетфликс steam=стим switch=свитч xbox=иксбокс playstation=плейстейшен ' +
  'type-c=тайп·си type=тайп mcc=эмсиси appgallery=апп·гэллери gallery=гэллери lightning=лайтнинг messenger=мессенджер messages=мэссаджес settings=сеттингс kids=кидс junior=джуниор travel=трэвел ' +
  'microsoft=майкрософт azure=эжур outlook=аутлук exchange=иксчейндж onedrive=уандрайв onenote=уаннот teams=тимс sharepoint=шерпоинт intune=интьюн yammer=яммер powershell=пауэршелл ' +
  'entra=энтра defender=дефендер dynamics=дайнэмикс copilot=копайлот word=ворд access=аксесс powerpoint=пауэрпоинт visio=визио teamviewer=тимвьювер anydesk=эни·деск ' +
  'adobe=эдоб oracle=оракл intel=интел nvidia=энвидиа cisco=циско dell=делл lenovo=леново asus=асус sony=сони nokia=нокиа redmi=рэдми poco=поко realme=реалми oneplus=уанплас ' +
  'pixel=пиксель note=нот ultra=ультра max=макс air=эйр airpods=эйрподс siri=сири alipay=алипэй paypal=пэйпал wechat=вичат tiktok=тикток discord=дискорд signal=сигнал ' +
  'wildberries=вайлдберриз ozon=озон avito=авито aliexpress=алиэкспресс uber=убер booking=букинг airbnb=эйрбиэнби gmail=джимейл yahoo=яху bing=бинг ' +
  'id=айди update=апдейт download=даунлоуд file=файл files=файлс folder=фолдер open=оупен save=сейв delete=делит send=сэнд cancel=кэнсел next=некст continue=континью ' +
  'to=ту do=ду in=ин of=оф on=он at=эт by=бай is=из as=эз an=эн or=ор no=ноу so=соу up=ап we=ви be=би if=иф the=зэ and=энд for=фор with=виз from=фром you=ю your=ёр new=нью ' +
  'free=фри price=прайс sale=сейл time=тайм life=лайф style=стайл line=лайн online=онлайн code=код name=нейм page=пейдж image=имидж message=мессидж exchange=иксчейндж ' +
  'a3=а·три a4=а·четыре a5=а·пять'
export const lexicon: ReadonlyMap<string, string> = new Map(
  read.split(' ').map(entry => entry.replaceAll('·', ' ').split('=') as [string, string]),
)

/** Names of the Latin letters as Russians say the English ones. */
export const letterNames: Readonly<Record<string, string>> = Object.fromEntries(
  'a=эй b=би c=си d=ди e=и f=эф g=джи h=эйч i=ай j=джей k=кей l=эл m=эм n=эн o=оу p=пи q=кью r=ар s=эс t=ти u=ю v=ви w=дабл·ю x=икс y=уай z=зет'
    .split(' ')
    .map(entry => entry.replace('·', ' ').split('=') as [string, string]),
)

/** Names of the Cyrillic letters, for abbreviations that are spelled. */
export const cyrillicNames: Readonly<Record<string, string>> = Object.fromEntries(
  'а=а б=бэ в=вэ г=гэ д=дэ е=е ё=ё ж=жэ з=зэ и=и й=и·краткое к=ка л=эл м=эм н=эн о=о п=пэ р=эр с=эс т=тэ у=у ф=эф х=ха ц=цэ ч=че ш=ша щ=ща ъ=твёрдый·знак ы=ы ь=мягкий·знак э=э ю=ю я=я'
    .split(' ')
    .map(entry => entry.replace('·', ' ').split('=') as [string, string]),
)
