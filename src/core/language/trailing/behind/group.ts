import type { Option, Options } from '../../../option.ts'
import { fold } from '../../../text/nearest.ts'
import { choiceNamed } from '../../choice/choices.ts'
import { quotedFirst, unquote } from '../../quotes.ts'
import { firstWord } from '../../readAction.ts'

const acronym = /^\p{Lu}[\p{L}\p{Nd}&-]{1,20}$/u

/** The most words of a choice that leads a text: `lessons learned`. */
const longest = 4

/**
 * `ETCIP 2026 challenges`, `ETCIP WP1 done` and `ETCIP 2026 challenges "Too few staff"`: behind a group’s acronym the year,
 * the record, the choice and the text that belong to it, each where it is not given yet. Left as it is where anything
 * else stands there.
 */
export function takeBehindGroup(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'group') return
  const [own, behind] = firstWord(fields[first] ?? '')
  if (!acronym.test(own) || behind === '') return
  const taken: Record<string, string> = {}
  const free = (is: (option: Option, name: string) => boolean) =>
    Object.entries(options).find(
      ([name, option]) => fields[name] === undefined && taken[name] === undefined && is(option, name),
    )
  let left = behind
  const year = free(({ kind }, name) => kind === 'integer' && name === 'year')
  const inYear = /^(?:in |for )?((?:19|20)\p{Nd}{2})(?:[:,]? (?=\S)|$)/iu.exec(left)
  if (year && inYear?.[1] !== undefined) {
    taken[year[0]] = inYear[1]
    left = left.slice(inYear[0].length)
  }
  const record = free(({ kind }) => kind === 'record')
  const numbered = /^(#?\p{L}{0,4}\p{Nd}{1,4})(?:[:,]? (?:is |as )?(?=\S))/iu.exec(left)
  if (record && numbered?.[1] !== undefined && isOf(numbered[1], record[1])) {
    taken[record[0]] = numbered[1]
    left = left.slice(numbered[0].length)
  }
  const choice = left === '' ? undefined : free(({ kind }) => kind === 'choice')
  const chosen = choice && leadingChoice(choice[1], left)
  if (choice && chosen) {
    taken[choice[0]] = chosen[0]
    left = chosen[1]
    const text = left === '' ? undefined : free(({ kind, required }) => kind === 'text' && required === true)
    if (text) {
      taken[text[0]] = unquote(left, text[0])
      left = ''
    }
  }
  // A number alone says nothing of what shall be done with it.
  const saysWhat = Object.keys(taken).some((name) => name !== record?.[0])
  if (left === '' && saysWhat) Object.assign(fields, { [first]: own }, taken)
}

function isOf(number: string, { prefix = '' }: Option): boolean {
  const letters = fold(/^#?(\p{L}{0,4})/u.exec(number)?.[1] ?? '')
  return letters === '' || fold(prefix).startsWith(letters)
}

/** The choice that leads a text, with what follows it; a colon may part them. */
function leadingChoice(option: Option, text: string): readonly [choice: string, left: string] | undefined {
  const [quoted, behind = ''] = quotedFirst(text) ?? []
  if (quoted) return chosenFrom(option, quoted, behind)
  const words = text.split(' ')
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    const head = words.slice(0, count).join(' ')
    const found = chosenFrom(option, head, words.slice(count).join(' '))
    if (found) return found
  }
  return chosenFrom(option, text, '')
}

function chosenFrom(option: Option, text: string, left: string): readonly [string, string] | undefined {
  const [choice, other] = choiceNamed(text.replace(/[:,]$/, ''), option)
  return choice === undefined || other !== undefined ? undefined : [choice, left.trim()]
}
