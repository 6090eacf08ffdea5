import type { Choice } from '../../../core/errors.ts'
import { isOtherRecord } from '../../../core/language/verbs/takesRecord.ts'
import type { Option } from '../../../core/option.ts'
import { fold, nearest } from '../../../core/text/nearest.ts'

/** Kinds of which a refusal may name everything that there is. */
const listed: ReadonlySet<string> = new Set([
  'entity',
  'entities',
  'group',
  'groups',
  'section',
  'choice',
  'meeting',
  'record',
])

/** Shorter words of a choice, such as “of”, are near to too many others. */
const fewestLetters = 4

/** A short text, too, may name an item of an agenda or a rule; one that tells times may be put in many ways. */
function isListed(option: Option): boolean {
  return listed.has(option.kind) || (option.kind === 'text' && !option.lasting && !option.multiline)
}

/** Whether one of the choices is what was typed, but for slips or for something left out; not where all that there is is named. */
export function mayMean(
  option: Option | undefined,
  typed: string | undefined,
  choices: readonly Choice[],
): boolean {
  if (typed === undefined || !option || !isListed(option)) return choices.length > 0
  if (isOtherRecord(option, typed)) return false
  const words = fold(typed)
  return choices.some(
    ({ label, value }) =>
      fold(label).includes(words) ||
      fold(value).includes(words) ||
      ` ${words} `.includes(` ${fold(value)} `) ||
      nearest(words, [value, label, ...label.split(' ').filter((word) => word.length >= fewestLetters)]) !==
        undefined,
  )
}
