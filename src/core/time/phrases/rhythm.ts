import { isMomentForm } from '../beginsWithDate.ts'

/** A moment that comes again, taken apart. */
export interface Recurring {
  /** `every other Tuesday`, as a repetition is typed. */
  readonly rhythm: string
  /** What is left of when it begins: `9am`, `9am from 1 December`; empty where the rhythm is all. */
  readonly moment: string
}

/** The longest text that is looked at; a moment is never longer. */
const longest = 200

const nth = '(?:first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th))'
const unit = '(?:day|week|fortnight|month|quarter|half-year|year)s?'
const weekday =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\\b'
const weekdays = `${weekday}(?:(?: ?, ?| ?& ?| and | or |, and )${weekday}){0,6}`
const workdays = '(?:weekdays?|working days?|workdays?|business days?)'
const ofEach = ' (?:of|in) (?:each|every) (?:month|quarter)'
const inAll = '(?: (?:of|in) (?:the|each|every) month)?'
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ofThe = ' (?:of|in) (?:the|each|every) (?:month|quarter)'
const plain = '(?:daily|weekly|fortnightly|biweekly|monthly|bimonthly|quarterly|half-yearly|yearly|annually)'
const onDays = `(?:,? on (?:${weekdays}|(?:the )?${nth}(?: (?:${weekday}|day))?))`

/** The forms of a rhythm, the longest first. */
const rhythms = [
  `(?:on )?(?:the )?${nth} ${weekday}${ofEach}`,
  `(?:on )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|last day) of (?:each|every) month`,
  `(?:on )?(?:the )?last day of (?:each|every) quarter`,
  `(?:every|each) quarter[- ]end`,
  `(?:monthly|(?:every|each) month),? on (?:the )?${nth} (?:working|business) day${inAll}`,
  `(?:every|each) ${nth} (?:working|business) day${inAll}`,
  `(?:on )?(?:the )?${nth} (?:working|business) day${ofEach}`,
  `(?:every|each) (?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${monthName}|${monthName} \\d{1,2}(?:st|nd|rd|th)?)(?! ?\\d{4})`,
  `(?:every|each) ${nth} ${weekday}(?:${ofThe})?`,
  `(?:every|each) (?:other |\\d{1,2} |two |three |four |six |${nth} )?${unit}(?![\\p{L}-])${onDays}?`,
  `(?:every|each) (?:other )?${weekdays}`,
  `(?:every|each) ${workdays}`,
  `(?:every|each) \\d{1,2}(?:st|nd|rd|th)${inAll}(?! (?:${weekday}|${unit}|working|business|of))`,
  `${plain}${onDays}?`,
  workdays,
  `(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:(?: ?, ?| ?& ?| and |, and )(?:mon|tues|wednes|thurs|fri|satur|sun)days){0,6}`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${form})(?![\\p{L}\\p{Nd}-])`, 'iu'))

const partOfDay = /(?<![\p{L}\p{Nd}])(?:every|each) (?=(?:morning|afternoon|evening|night)(?!\p{L}))/iu

/**
 * `every Monday at 9am` as the rhythm, with its end where it names one, and the moment in it. Undefined for what names none, and for words beside it that
 * are no moment.
 */
export function partRhythm(text: string): Recurring | undefined {
  if (text.length > longest) return undefined
  const whole = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const found = ending.exec(whole)?.[0] ?? ''
  // The hour in `9am until 10am` ends the meeting rather than the series.
  const end = clockAlone.test(found) ? '' : found
  if (word.test(end) && !isMomentForm(end.replace(word, ''))) return undefined
  const recurring = partEndless(whole.slice(0, whole.length - end.length))
  if (!recurring) return undefined
  // The hour in `every Monday until Friday at 9am` is that of each time.
  const [day, hour] = hourOf(recurring.moment) ? [end, ''] : withoutHour(end)
  const moment = [recurring.moment, hour].filter((part) => part !== '').join(' ')
  return { rhythm: `${recurring.rhythm}${day}`, moment }
}

/** An hour that no day of a month can be. */
const clock = /(?:^|\s)(?:at \d|noon\b|midnight\b|\d{1,2}(?:[:h]\d{2}|[:.]\d{2} ?[ap]\.?m| ?[ap]\.?m|h\b))/i

function hourOf(text: string): boolean {
  return clock.test(text)
}

/** ` until Friday at 9am` as the end and the hour behind it; an end alone where it names a day only. */
function withoutHour(end: string): readonly [end: string, hour: string] {
  const at = clock.exec(end)?.index ?? 0
  const [day, hour] = [end.slice(0, at).replace(/,$/, ''), end.slice(at).trim()]
  return at > 0 && isMomentForm(day.replace(word, '')) && isMomentForm(hour) ? [day, hour] : [end, '']
}

/** ` until 20 December` and `, 6 times`, with which a repetition ends. */
const ending =
  /(?:,? (?:until|till|through) [^,;]{1,40}|,? (?:for )?\d{1,3} times|,? for (?:the next )?(?:\d{1,3}|two|three|four|six) (?:weeks|months|years))$/i
const word = /^,? (?:until|till|through) /i
const clockAlone = /^,? (?:until|till|through) \d{1,2}(?:[:.]\d{2})? ?(?:[ap]m)?$/i

function partEndless(typed: string): Recurring | undefined {
  const part = partOfDay.exec(typed)
  if (part) return parted('daily', typed, part)
  for (const form of rhythms) {
    const found = form.exec(typed)
    const recurring =
      found && parted(found[0].replace(/^on (?:the (?=\d\S+ \p{L}+day\b)|(?!the \d))/iu, ''), typed, found)
    if (recurring) return recurring
  }
  return undefined
}

function parted(rhythm: string, typed: string, { 0: words, index }: RegExpExecArray): Recurring | undefined {
  const moment = `${typed.slice(0, index)} ${typed.slice(index + words.length)}`
    .replace(/\s+/g, ' ')
    .replace(/^[ ,;]{1,5}/, '')
    .replace(/[ ,;]{1,5}$/, '')
    .replace(/(?:^|[ ,;]{1,3})(?:and |to )?(?:repeat(?:s|ed|ing)?|recurring)(?: it)?$/i, '')
    .replace(/^(?:and |starting )/i, '')
  return moment === '' || isMomentForm(moment) ? { rhythm, moment } : undefined
}
