import { type Catalog, type CommandSpec, commandWords, type FeatureSpec } from '../../catalog.ts'
import { type Button, button } from '../../message.ts'
import { shorten } from '../../text/text.ts'
import { actionOf } from '../readAction.ts'
import { readFields } from '../readFields.ts'
import { tellsDeed } from '../sentences/asked.ts'
import { isRecordNumber } from '../verbs/takesRecord.ts'
import { whereIn } from '../whereIn.ts'

/** What a sentence that names no command may be meant as, beside an update. */
export interface OtherMeaning {
  /** As it stands in “Shall I …?”. */
  readonly question: string
  readonly buttons: readonly Button[]
}

/** A longer line tells something. */
const longest = 200

/**
 * A reminder, where a time begins or ends the sentence; an action, where an entity is to do something; and an answer to a
 * meeting whose number it names.
 */
export function otherMeanings(catalog: Catalog, text: string): readonly OtherMeaning[] {
  if (text.length > longest || text.includes('\n')) return []
  return [toRemind, toBeDone, toAnswer].flatMap((read) => read(catalog, text) ?? [])
}

/** Words with which a name begins, and no request: `UNODC trained judges at 9`. */
const acronym = /^\p{Lu}[\p{Lu}\p{Nd}-]+(?!\p{L})/u

/** What tells of something, rather than what is to be done: `… was launched by CTED (3 Nov)`. */
const told =
  /(?<!\p{L})(?:was|were|has|have|had|met|held|will|is|are|yesterday|ago|last (?:night|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?!\p{L})|\)[.!]?$/iu

/** What asks for a list, and no reminder: `list meetings of ETCIP next week`. */
const look = /^(?:please )?(?:list|show) /i

/** The most words of something to be reminded of. */
const mostWords = 14

/** `tomorrow at 9 call Bob`, `call Bob at half past three tomorrow`. */
function toRemind(catalog: Catalog, text: string): OtherMeaning | undefined {
  const [feature, command] = found(catalog, ({ timed }) => timed)
  if (!feature || !command || acronym.test(text) || told.test(text) || tellsDeed(text) || look.test(text))
    return undefined
  if (text.split(/\s+/).length > mostWords) return undefined
  const [first = ''] = Object.keys(command.options)
  const at = Object.entries(command.options).find(
    ([, { kind, required }]) => kind === 'moment' && required,
  )?.[0]
  const fields = fieldsOf(feature, command, text.replace(/[.!]$/, ''))
  if (at === undefined || !fields?.[first] || !fields[at] || isRecordNumber(fields[at])) return undefined
  return {
    question: 'remind you',
    buttons: [button(`Remind me: ${shorten(fields[first], 30)}`, commandWords(feature, command), fields)],
  }
}

function fieldsOf(feature: FeatureSpec, command: CommandSpec, text: string) {
  try {
    return readFields(command.options, text, whereIn(feature, command))
  } catch {
    return undefined
  }
}

/** `UNODC will draft the ToR by Friday`, `WHO to share the report`. */
const entity = '(?:UN \\p{Lu}\\p{Ll}{1,20}|\\p{Lu}[\\p{Lu}\\p{Nd}-]{1,20})'
const duty = new RegExp(
  `^(?:the )?${entity}(?:(?:,| and|,? &| /) ${entity}){0,3} (?:to|will|shall|should|must|has to|have to|needs to|need to|is to|are to|agreed to|offered to) \\p{Ll}`,
  'u',
)

/** `Peter will draft the protocol by 15 December`: what somebody is to do by a day; without one it may be news of a State. */
const promised =
  /^\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})? (?:to|will|shall|should|must|has to|is to|agreed to|offered to) \p{Ll}.{0,140} (?:by|before|until) (?:the |end of |next |this )?(?:\p{Nd}{1,2}(?!\p{Nd})|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:week|month|year)(?!\p{L})|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu

/** Whether a line says what an entity, or somebody by a day, is to do. */
export function isDuty(text: string): boolean {
  if (text.length > longest || /\n|[?？]$/.test(text)) return false
  return duty.test(text) || (/^\p{Lu}\p{Ll}/u.test(text) && promised.test(text))
}

function toBeDone(catalog: Catalog, text: string): OtherMeaning | undefined {
  const [feature, command] = found(catalog, ({ duties }) => duties)
  const what = Object.entries(command?.options ?? {}).find(([, { kind }]) => kind === 'text')?.[0]
  if (!feature || !command || what === undefined || !isDuty(text)) return undefined
  return {
    question: 'record it as an action',
    buttons: [button('Record it as an action', commandWords(feature, command), { [what]: text })],
  }
}

const comes =
  /(?<!\p{L})(?:attend(?:s|ing)?|com(?:e|es|ing)|join(?:s|ing)?|goes|go|going|make|late|early|absent|away|instead|deputy|replace[sd]?|represent(?:s|ed)?|participat(?:e|es|ing)|there|available|busy)(?!\p{L})/iu
const comesNot =
  /(?<!\p{L})(?:not|can['’]?t|cannot|won['’]?t|absent|unable|away|unavailable|instead|deputy|replaces?)(?!\p{L})/iu

/** `Minister can't attend M1, deputy will`: an answer in words of one’s own, which become its note. */
function toAnswer(catalog: Catalog, text: string): OtherMeaning | undefined {
  const [feature, command] = found(catalog, ({ answersMail }) => answersMail)
  const numbered = /(?<![\p{L}\p{Nd}])M\p{Nd}{1,9}(?![\p{L}\p{Nd}])/iu.exec(text)?.[0]?.toUpperCase()
  const [[first = ''] = [], [answer = ''] = []] = Object.entries(command?.options ?? {})
  if (!feature || !command || numbered === undefined || !comes.test(text)) return undefined
  const words = commandWords(feature, command)
  const answers = comesNot.test(text) ? (['no', 'yes'] as const) : (['yes', 'no'] as const)
  return {
    question: `answer ${numbered} with it`,
    buttons: answers.map((one) =>
      button(`Say ${one} to ${numbered}, with these words`, words, {
        [first]: numbered,
        [answer]: one,
        note: text,
      }),
    ),
  }
}

function found(
  catalog: Catalog,
  actionIn: (feature: FeatureSpec) => string | undefined,
): readonly [FeatureSpec | undefined, CommandSpec | undefined] {
  const feature = catalog.find((one) => actionIn(one) !== undefined)
  return [feature, feature && actionOf(feature, actionIn(feature))]
}
