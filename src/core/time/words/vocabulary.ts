import { distance, fold } from '../../text/nearest.ts'
import { lazily } from '../lazily.ts'
import { englishNames, type Names, namesIn } from './localNames.ts'
import type { Meanings } from './meanings.ts'

/** The words of English, French, Spanish, Russian, Arabic and Chinese, and a few of German, Italian and Portuguese; months and days apart. */
const table: readonly (readonly [meaning: Meanings, words: string])[] = [
  [{ offset: 0 }, "today aujourd'hui hoy сегодня اليوم 今天 今日 heute oggi hoje"],
  [{ offset: 1 }, 'tomorrow tmrw tmr tmw tmrrw tomrow tomrrow demain mañana завтра غدا غد 明天 明日 morgen domani amanhã'],
  [{ offset: 2 }, 'overmorrow übermorgen dopodomani послезавтра 后天'], [{ offset: 3 }, '大后天'],
  [{ offset: -1 }, 'yesterday hier ayer вчера أمس 昨天 gestern ieri ontem'],
  [{ offset: -2 }, 'anteayer vorgestern позавчера 前天'],
  [{ offset: 0, part: 20 }, 'tonight tonite 今晚 الليلة'],
  [{ part: 9 }, 'morning matin vormittag утра утром صباحا 早上 上午'],
  [{ part: 14 }, 'afternoon tarde nachmittag дня днем 下午'],
  [{ part: 18 }, 'evening soir вечера вечером مساء 晚上 abend'],
  [{ part: 20 }, 'night nite nuit noche ليلا'],
  [{ weekday: 3 }, 'weds wensday wendsday wednsday среду'], [{ weekday: 5 }, 'пятницу'], [{ weekday: 6 }, 'субботу'],
  [{ half: 'a' }, 'am'], [{ half: 'p' }, 'pm'],
  [{ hour: 17 }, 'cob eod eob'], [{ hour: 12 }, 'noon midday lunchtime midi mediodía полдень 中午'], [{ hour: 0 }, 'midnight minuit medianoche полночь 午夜'],
  [{ unit: ['minute', 1] }, 'm min mins minute minutes minuto minutos minuten минут минуты минуту мин دقيقة دقائق 分钟 分'],
  [{ unit: ['hour', 1] }, 'h hr hrs hour hours heure heures hora horas stunde stunden час часа часов ساعة ساعات 小时'],
  [{ unit: ['hour', 2] }, 'ساعتين'], [{ unit: ['day', 2] }, 'يومين'], [{ unit: ['week', 2] }, 'fortnight fortnights quinzaine quincena أسبوعين'],
  [{ unit: ['day', 1] }, 'd day days jour jours día días день дня дней يوم أيام 天 tag tage tagen'],
  [{ unit: ['week', 1] }, 'w wk wks week weeks semaine semaines semana semanas неделя недели недель неделю أسبوع أسابيع 周 星期 woche wochen'],
  [{ unit: ['month', 1] }, 'month months mois mes meses месяц месяца месяцев شهر أشهر 月 个月 monat monate monaten'],
  [{ unit: ['quarter', 1] }, 'quarter quarters trimestre trimestres квартал квартала 季度'],
  [{ unit: ['year', 1] }, 'y yr yrs year years an ans année années año años год года лет سنة سنوات 年 jahr jahre'],
  [{ count: 1 }, 'a an one un une una uno один одну одна 一 ein eine einen'], [{ count: 2 }, 'two deux dos два две couple 两 二 zwei'],
  [{ count: 3 }, 'three trois tres три 三 drei'], [{ count: 4 }, 'four quatre cuatro четыре 四 vier'], [{ count: 5 }, 'five cinq cinco пять 五'],
  [{ count: 6 }, 'six seis шесть 六'], [{ count: 7 }, 'seven sept siete семь 七'], [{ count: 8 }, 'eight huit ocho восемь 八'],
  [{ count: 9 }, 'nine neuf nueve девять 九'], [{ count: 10 }, 'ten dix diez десять 十'], [{ count: 11 }, 'eleven onze'],
  [{ count: 12 }, 'twelve douze doce'], [{ count: 15 }, 'fifteen quince'], [{ count: 20 }, 'twenty vingt veinte'],
  [{ count: 30 }, 'thirty trente treinta'], [{ count: 45 }, 'forty-five'], [{ count: 0.5 }, 'half demi demie media 半'],
  [{ nth: 1 }, 'first premier primer'], [{ nth: 2 }, 'second deuxième segundo'], [{ nth: 3 }, 'third troisième tercer'],
  [{ nth: 4 }, 'fourth quatrième cuarto'], [{ nth: 5 }, 'fifth'], [{ nth: -1, step: -1 }, 'last dernier dernière último'],
  [{ step: -1 }, 'past previous passé passée pasado pasada passado passada letzten letzte прошлый прошлую прошлой الماضي 上 上个'],
  [{ step: 0 }, 'this current coming ce cette esta этот эту этой هذا 这 这个 本'],
  [{ step: 1 }, 'next nxt following prochain prochaine próximo próxima nächsten nächste kommenden следующий следующую следующей القادم المقبل 下 下个'],
  [{ edge: 'end' }, 'end fin конец конце نهاية 底'], [{ edge: 'start' }, 'beginning start début'],
  [{ join: 'to' }, 'to until till through thru à au al hasta до по إلى حتى 至 到 bis'],
  [{ join: 'and' }, 'and et y и و 和 und'],
  [{ of: true }, "of de du del d'"], [{ the: true }, 'the le la les el los las'],
  [{ on: true }, "on at by as l' en à في يوم الساعة в во на um am alle ore"],
  [{ in: true }, 'in within en dans dentro через بعد'], [{ from: true }, 'from between starting du del desde entre von vom с من 从'],
  [{ yearWord: true }, 'г года год 年'], [{ dayWord: true }, '日 号'],
  [{ clockWord: true }, "h hrs hours o'clock oclock uhr heures heure horas hora часов часа час 点 点钟 时"],
] // biome-ignore format: a table

/** The words of Chinese that are longer than one sign. */
const longHanWords =
  '星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日'

export const hanWords: ReadonlySet<string> = new Set(
  `${table.map(([, words]) => words).join(' ')} ${longHanWords}`
    .split(' ')
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word)),
)

const scripts = { latin: /^\p{Script=Latin}/u, cyrillic: /^\p{Script=Cyrillic}/u, arabic: /^\p{Script=Arabic}/u, han: /^\p{Script=Han}/u } as const // biome-ignore format: a table

const own = lazily(() =>
  merged([
    ...table.flatMap(([meaning, words]) => words.split(' ').map((word) => [fold(word), meaning] as const)),
    ...englishNames(),
  ]),
)
/** The names of each script are made when its first word comes: most people write English. */
const others = {
  latin: lazily(() => merged(namesIn('latin'))),
  cyrillic: lazily(() => merged(namesIn('cyrillic'))),
  arabic: lazily(() => merged(namesIn('arabic'))),
  han: lazily(() => merged(namesIn('han'))),
}

function merged(entries: Names): ReadonlyMap<string, Meanings> {
  const map = new Map<string, Meanings>()
  for (const [word, meaning] of entries) map.set(word, { ...meaning, ...map.get(word) })
  return map
}

/** What a folded word may mean. */
export function meaningsOf(word: string): Meanings {
  // Signs and digits come before the letters.
  if (word === '' || word.charCodeAt(0) < 65) return none
  const found = own().get(word)
  if (found || word.length > 20) return found ?? none
  const script = scriptsNamed.find((name) => scripts[name].test(word))
  return (script && others[script]().get(word)) ?? none
}

const none: Meanings = Object.freeze({})
const scriptsNamed = ['latin', 'cyrillic', 'arabic', 'han'] as const

/** Words with which one that is misspelt is compared, and which letters each has. */
const longWords = lazily(() =>
  [...own().keys()]
    .filter((word) => word.length > 4)
    .map((word): readonly [word: string, letters: number] => [word, lettersOf(word)]),
)

/** Which letters a word has, a bit for each; letters that share one are as good as alike. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function bitsOf(number: number): number {
  let count = 0
  for (let left = number; left !== 0; left &= left - 1) count += 1
  return count
}

/** The one English word from which a typed one differs by a letter, or by two where it is long; undefined where there is none or are several. */
export function respelt(word: string): string | undefined {
  if (word.length < 5 || word.length > 20 || meaningsOf(word) !== none) return undefined
  // A long word has room for two slips, `tommorow`, where its first letter stands.
  const most = word.length < 8 ? 1 : 2
  const letters = lettersOf(word)
  const close = ([known, ofKnown]: readonly [string, number]) =>
    Math.abs(known.length - word.length) <= most &&
    // A slip brings one letter in and takes one out.
    bitsOf(letters ^ ofKnown) <= 2 * most &&
    distance(word, known) <= (known[0] === word[0] && known.length > 6 ? most : 1)
  const near = longWords().flatMap((known) => (close(known) ? [known[0]] : []))
  return new Set(near.map((known) => JSON.stringify(meaningsOf(known)))).size === 1 ? near[0] : undefined
}
