import { UserError } from '../../errors.ts'
import { respelt } from '../words/vocabulary.ts'
import { type Token, tokenize } from './token.ts'

/** A typed text with one space between words and without invisible signs. Raises `UserError` past 200 characters. */
export function tidy(text: string): string {
  if (text.length > 1000) throw tooLong(text.length)
  const plain = text
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= 200) return oneWord(plain)
  throw tooLong(plain.length)
}

/** Sayings of several words as the one word or number that says the same. */
function oneWord(text: string): string {
  return text
    .replace(/\b(?:close|end) of (?:business|play)\b/gi, 'COB')
    .replace(/\bend of (?:the )?day\b/gi, 'EOD')
    .replace(/\bEOM\b|\bmonth(?:['’]s |[- ])end\b|\blast day of (?:the|this) month\b/gi, 'end of the month')
    .replace(/\bEOW\b/gi, 'end of the week')
    .replace(/^(?:all|the whole|the entire) (?=(?:week|month)$)/i, 'this ')
    .replace(/\bEOY\b|\byear(?:['’]s |[- ])end\b/gi, 'end of the year')
    .replace(/\blast day of (?=next month\b|\p{L}{3,9}\b)/giu, 'end of ')
    .replace(/\ba week today\b|\bthis day next week\b|\btoday week\b/gi, 'in a week')
    .replace(/\bbetween (\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]m)?) and (?=\d)/gi, 'from $1 to ')
    .replace(
      /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= o['’]?clock\b)/gi,
      hourIn,
    )
    .replace(/\b(one|two|three|four|five|six|\d{1,2}) and a half (?=(?:hour|day|week)s?\b)/gi, andHalf)
    .replace(/\bnew year['’]?s day\b/gi, '1 January')
    .replace(/\bnew year['’]?s eve\b/gi, '31 December')
    .replace(
      /(?<!\bhalf |\bof )\b(an|one|two|three|four|five|six|[1-6]) hours? before (noon|midday|midnight)\b/gi,
      hoursBefore,
    )
    .replace(/\bmid-(?=day\b|night\b)/gi, 'mid')
    .replace(/\blater (?=tonight\b|today\b)/gi, '')
    .replace(/\b2(?=nite\b|night\b)/gi, 'to')
    .replace(/\b(?:12 )?midnight tonight\b|\btonight at (?:12 )?midnight\b/gi, 'tonight at 12')
    .replace(/\b(?:a )?quarter of an hour\b/gi, '15 minutes')
    .replace(/\bhalf an hour(?= before (?:noon|midday|midnight)\b)/gi, '30 minutes')
    .replace(/\b([1-5]?\d) min(?:ute)?s? before (noon|midday|midnight)\b/gi, minutesBefore)
    .replace(/\bthree[ -]quarters of an hour\b/gi, '45 minutes')
    .replace(/(?:^|\s)(?:in )?my (?:own )?time(?:zone)?$/i, '')
    .replace(/ @ ?(?=\d|noon\b|midday\b|midnight\b)/gi, ' at ')
    .replace(/ [|⋅·•∙] /g, ', ')
    .replace(/\bin (\d{1,2}):([0-5]\d) ?(?:h|hrs?|hours?)\b/gi, 'in $1 hours $2 minutes')
    .replace(/(?<!\b(?:in|for|after|every) )\b([01]\d|2[0-3])([0-5]\d)(?= ?hrs?\b)/gi, '$1:$2')
    .replace(/^([1-9])([0-5]\d) (?=(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)|to(?:day|morrow)\b)/i, '$1:$2 ')
    .replace(/(?:^|\s)(?:a las?|às) (?=\d)/giu, ' at ')
    .replace(/(?<=\p{L}\.? )['’](?=\d\d(?:\D|$))/gu, '20')
    .replace(/(?:^|\s)(?:sharp|around|about|approximately|roughly|~)(?=\s|$|\d)/gi, ' ')
    .replace(/~(?=\d)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `ten` of `ten o’clock` in digits. */
function hourIn(word: string): string {
  return String(hours.indexOf(word.toLowerCase()) + 1)
}

/** `30 minutes before midnight` by the clock. */
function minutesBefore(_: string, minutes: string, hour: string): string {
  const clock = hour.toLowerCase() === 'midnight' ? 23 : 11
  return Number(minutes) === 0 ? hour : `${clock}:${String(60 - Number(minutes)).padStart(2, '0')}`
}

/** `2 hours before midnight` by the clock. */
function hoursBefore(_: string, count: string, hour: string): string {
  return `${(hour.toLowerCase() === 'midnight' ? 24 : 12) - numberOf(count)}:00`
}

/** `one and a half` in digits. */
function andHalf(_: string, count: string): string {
  return `${numberOf(count)}.5 `
}

function numberOf(word: string): number {
  if (/^an$/i.test(word)) return 1
  return hours.indexOf(word.toLowerCase()) + 1 || Number(word)
}

function tooLong(length: number): UserError {
  return new UserError(`That has ${length.toLocaleString('en')} characters; here at most 200 can be read.`)
}

/** A date has fewer words than these; each is compared with all that are known. */
const mostWords = 12

/** The tokens of a text with words put right that differ by one letter from the word meant; undefined where none does. */
export function respelled(text: string): readonly Token[] | undefined {
  const tokens = tokenize(text)
  const words = new Set(tokens.filter(({ kind }) => kind === 'word').map((token) => token.text))
  if (words.size > mostWords) return undefined
  const better = tokens.map((token) => {
    const word = token.kind === 'word' ? respelt(token.text) : undefined
    return word === undefined ? token : { ...token, text: word }
  })
  return better.some((token, at) => token !== tokens[at]) ? better : undefined
}
