import { correctionIn } from '../../core/text/correction.ts'
import { fold } from '../../core/text/nearest.ts'
import { completedLines } from './completedLines.ts'

const politeness =
  /^(?:(?:please|pls|tell (?:everyone|everybody|them|all)(?: that)?|(?:can|could) (?:you|we|i)|(?:shall|should) we|let['’]?s|ok|okay|now|so|and|then),? )+/i
/** What stands for a record: `it`, `that one`, `my last update`. */
const pronoun =
  /^\/?(\p{L}{2,20}) (?:this one|that one|the last one|(?:my last|the last|this|that) (?!one\b)(\p{L}{4,20})|it|this|that)(?=[ ,:.!]|$)(.*)$/isu
/** `invite FATF to this one only`: the record stands behind what is said. */
const behind =
  /^\/?(.{3,100}?) (to|for|of|on|from|in|at|about|before) (?:this one|that one|this meeting|that meeting|this call|that call|it|this|that)(?: (?:only|alone|one only))?[.!?]*$/iu
/** `read that again`, `say it once more`: the record is shown. */
const again =
  /^\/?(?:read|say|repeat|show)(?: (?:me|us))? (?:it|that|this)(?: one)?(?: (?:to me|again|back|out|aloud|once more|one more time)){0,2}[.!?]*$/iu
/** `change the date to 5 May`, `wrong date, it was 5 May`, `the place is Accra`, `section: publications`. */
const fields = [
  /^\/?(?:change|set|make|correct) (?:the |its )?(\p{L}{3,20}) (?:to|=) (.+)$/isu,
  /^(?:sorry,? |oops,? |no,? |actually,? )?(?:the )?(?:wrong|correct|right|new) (\p{L}{3,20})(?:[,:.]| is| was| -)? (?:(?:it|that) (?:is|was|should be) )?(.+)$/isu,
  /^(?:sorry,? |oops,? |no,? |actually,? )?(?:it|that) was (?:on )?(?=.{0,30}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?<date>\d[^,;:()]{2,40}?)(?:,? (?:actually|sorry|instead))?[.!]?$/isu,
  /^add (?:the |this |a )?(date|place|link)(?: to it)?:? (.+)$/isu,
  /^(?:sorry,? |oops,? |no,? |actually,? )?(?:the |its )?(date|place|room|venue|section|link|entities)(?: of the (?:workshop|training|event|exercise|course|seminar))?(?: is now| is| was| should be|:)? (?!of )(.+)$/isu,
]

/** `take the date out`, `no date`, `remove the place`. */
const emptied =
  /^\/?(?:(?:take|leave|remove|drop|delete|clear)(?: out| away)? (?:the |its )?(date|place|link|entities)(?: out| away| off)?|no (date|place|link))[.!]?$/iu

/** A command, or a sentence with a number of its own: `/update decline U1 not for this issue`. */
const namesItself = /^\/|(?<![\p{L}\p{Nd}])[MUR]\p{Nd}{1,9}(?![\p{L}\p{Nd}])/iu

/** Whether a line asks for the record to be shown once more. */
export function asksAgain(text: string): boolean {
  return again.test(withoutPoliteness(text))
}

/** The lines that may be meant, with the number of a record such as `U1` in them. */
export interface LinesOf {
  /** The likeliest first; none for a record of another kind. */
  with(record: string): readonly string[]
  /** The line has no word for the record. */
  readonly guessed?: true
}

/** What a line means that says `it`, or leaves out what it is about; undefined for any other line. */
export function linesOf(text: string, letters: ReadonlyMap<string, string>): LinesOf | undefined {
  const typed = withoutPoliteness(text)
  if (again.test(typed)) return { with: (record) => [`show ${record}`] }
  const [, verb, noun, rest = ''] = pronoun.exec(typed) ?? []
  const prefix = noun === undefined || fold(noun) === 'item' ? '' : letters.get(fold(noun))
  if (verb !== undefined && prefix !== undefined)
    return {
      with: (record) => (record.startsWith(prefix) ? [`${verb} ${record}${rest.replace(/^[.!]$/, '')}`] : []),
    }
  const [, before, joint] = behind.exec(typed) ?? []
  if (before !== undefined) return { with: (record) => [`${before} ${joint} ${record}`] }
  const [, gone, none = gone] = emptied.exec(typed) ?? []
  if (none !== undefined) return { with: (record) => [`edit ${record} ${none.toLowerCase()}:none`] }
  const found = namesItself.test(typed)
    ? undefined
    : fields.map((one) => one.exec(typed)).find((one) => one !== null)
  const { date } = found?.groups ?? {}
  const [, name, value] = date === undefined ? (found ?? []) : [undefined, 'date', date]
  if (name !== undefined)
    return { with: (record) => [`${record} ${/^(?:room|venue)$/i.test(name) ? 'place' : name} ${value}`] }
  if (!namesItself.test(typed) && corrects(typed)) return { with: (record) => [`edit ${record} ${typed}`] }
  const completed = completedLines(typed)
  return completed && { with: completed, guessed: true }
}

/** Whether a line says which words stand instead of others, as `44 officers, not 40` does, and not that somebody does not do something. */
export function corrects(text: string): boolean {
  const { to } = correctionIn(text) ?? {}
  return (
    to !== undefined &&
    !/^(?:i|we|you|he|she|they|why|what|who|if|please)(?![\p{L}\p{N}])/iu.test(to) &&
    !/(?<![\p{L}\p{N}])(?:am|is|are|was|were|do|does|did|will|would|can|could|shall|should|has|have|had|may|might|must|or|and|but|why)$/iu.test(
      to,
    )
  )
}

function withoutPoliteness(text: string): string {
  return text.trim().replace(politeness, '')
}
