import type { Button } from '../../../message.ts'
import type { Option, Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { readDuration } from '../../../time/duration.ts'
import { choiceNamed } from '../../choice/choices.ts'
import { quotedAndMore } from '../../quotes.ts'
import { addressed, type Behind, belongsNowhere } from './belongsNowhere.ts'
import { acronym, areAcronyms, isCut } from './value.ts'

/** More words are a sentence. */
const most = 10

/** Lists may go on behind a name in quotes. */
const listed: ReadonlySet<string> = new Set(['entities', 'groups'])

/**
 * `"Guide" UNODC`, `"Send the draft" for CTED by Friday` and `owner:"CTED" by Friday`: words behind a value in quotes are
 * the values of options that are not given yet, if all of them are. Raises `UserError` for others, and asks whether they go
 * with the value. Returns the options that were filled so.
 */
export function takeBehindQuote(
  options: Options,
  fields: Record<string, string>,
  way: (label: string, fields: Readonly<Record<string, string>>) => Button,
): readonly string[] {
  const filled: string[] = []
  for (const behind of behindQuotes(options, fields)) {
    const { name, option, quoted, more } = behind
    const taken = placed(options, { ...fields, [name]: quoted }, more.split(/\s+/))
    if (taken) filled.push(...Object.keys(taken))
    if (taken) Object.assign(fields, { [name]: quoted }, taken)
    else if (option.multiline ? isCut(quoted, more) : !goesOn(options, name, more))
      throw belongsNowhere(options, behind, fields, way)
  }
  return filled
}

/** `"Safe Cities" follow-up`: what begins a command goes on behind a name in quotes, but with no joint and no acronym. */
function goesOn(options: Options, name: string, more: string): boolean {
  const isFirst = name === Object.keys(options)[0] && options[name]?.kind === 'text'
  return isFirst && !/^(?:for|with|by|of|from|in|on|at) /i.test(more) && !acronym.test(more)
}

/** The first option that is a text of several lines goes on as it likes: `"Safe Cities" was launched`. */
function behindQuotes(options: Options, fields: Readonly<Record<string, string>>): readonly Behind[] {
  return Object.entries(options).flatMap(([name, option], at): readonly Behind[] => {
    const value = fields[name] ?? ''
    const [address, behind] =
      option.kind === 'text' && !option.multiline ? (addressed.exec(value)?.slice(1) ?? []) : []
    if (address && behind) return [{ name, option, quoted: address, more: behind, isQuoted: false }]
    const [, length, where] = (option.kind === 'duration' && lengthAndPlace.exec(value)) || []
    if (length && where && isLength(length) && options['place'] && fields['place'] === undefined)
      return [{ name, option, quoted: length, more: where, isQuoted: false }]
    const [quoted, more] = /^["“„«][^\n]+$/.test(value) ? (quotedAndMore(value) ?? []) : []
    if (!quoted || !more || listed.has(option.kind) || (at === 0 && mayGoOn(option))) return []
    return [{ name, option, quoted, more: more.replace(/^[,;] /, ''), isQuoted: true }]
  })
}

/** `90m in Lyon` */
const lengthAndPlace = /^(\S{1,20}(?: \S{1,20}){0,3}?) (in \p{Lu}[\p{L} -]{1,60})$/u

/** A text of several lines, and a meeting before what is said of it. */
function mayGoOn({ kind, multiline }: Option): boolean {
  return multiline === true || kind === 'meeting'
}

/** The values that words are, the longest first, all of them; undefined where some are none. */
function placed(
  options: Options,
  fields: Readonly<Record<string, string>>,
  words: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (words.length === 0) return {}
  if (words.length > most) return undefined
  const free = Object.entries(options).filter(
    // A text tells its entities itself, and those beside it would take their place.
    ([name, { onlyPressed, fromText }]) => fields[name] === undefined && onlyPressed !== true && !fromText,
  )
  for (let count = words.length; count > 0; count--) {
    const found = readAs(free, words.slice(0, count).join(' '))
    const others = found && placed(options, { ...fields, ...found }, words.slice(count))
    if (others) return { ...found, ...others }
  }
  return undefined
}

type Named = readonly [name: string, option: Option]

const joint = /^(?:(for|by|with|of|from|in|at|on|until|till|to|due|led by|owned by),? )?(.+?),?$/i

/** What one value is: a time, a length, a choice, an acronym or a place. */
function readAs(free: readonly Named[], words: string): Readonly<Record<string, string>> | undefined {
  const [, before = '', value = ''] = joint.exec(words.replace(/^\(([^()]+)\)$/, '$1')) ?? []
  const title = inQuotes.test(words)
    ? free.find(([name, { kind }]) => name === 'title' && kind === 'text')
    : undefined
  if (title) return { [title[0]]: words.slice(1, -1) }
  const { repeats } = free.find(([, option]) => option.repeats !== undefined)?.[1] ?? {}
  if (repeats !== undefined && rhythm.test(words) && free.some(([name]) => name === repeats))
    return { [repeats]: words }
  const found =
    timeOf(free, before.toLowerCase(), value) ??
    free.find(([, { kind }]) => kind === 'duration' && isLength(value)) ??
    free.find(([, option]) => option.kind === 'choice' && choiceNamed(words, option).length === 1) ??
    namedOf(free, before.toLowerCase(), value) ??
    (webAddress.test(words)
      ? free.find(([name, { kind }]) => name === 'link' && kind === 'text')
      : undefined) ??
    (/^in$/i.test(before) && /^\p{Lu}[\p{L} -]+$/u.test(value) && !goesFurther.test(value)
      ? free.find(([name, { kind }]) => name === 'place' && kind === 'text')
      : undefined)
  if (!found) return undefined
  const isAddress = found[0] === 'link' && webAddress.test(words)
  return {
    [found[0]]: isAddress ? (words.split(' ').at(-1) ?? '') : found[1].kind === 'choice' ? words : value,
  }
}

/** `Quito with CTED` is no place. */
const goesFurther = / (?:with|for|by|to|from|at|on|in|and|or) /i

const inQuotes = /^["“][^"“”]{1,100}["”]$/
const rhythm = /^(?:daily|weekly|monthly|quarterly|yearly|every .{3,30})$/i

/** `zoom https://…` */
const webAddress = /^(?:(?:zoom|teams|webex|meet|link|at|on) ){0,2}https?:\/\/\S{1,400}$/i

const ends: ReadonlySet<string> = new Set(['to', 'until', 'closes', 'end', 'due'])

function timeOf(free: readonly Named[], before: string, value: string): Named | undefined {
  if (!isMomentForm(value)) return undefined
  const timed = free.filter(
    ([name, { kind }]) => kind === 'moment' || kind === 'day' || kind === 'period' || name === 'date',
  )
  const until = timed.find(([name]) => ends.has(name))
  return /^(?:until|till|to|due|by)$/.test(before)
    ? until
    : (timed.find(([name]) => !ends.has(name)) ?? until)
}

/** `UNODC` and `UN Women`; whoever is said to be with somebody is one of several. */
function namedOf(free: readonly Named[], before: string, value: string): Named | undefined {
  const group = free.find(([, { kind, required }]) => required && (kind === 'group' || kind === 'groups'))
  // `labs`, where a group is still wanted.
  if (group && /^\p{Ll}[\p{Ll}\p{Nd}]{1,4}$/u.test(value)) return group
  const several = free.find(([, { kind }]) => kind === 'entities')
  if (!acronym.test(value)) return areAcronyms(value) ? several : undefined
  if (before === 'with' && several) return several
  return (
    group ??
    free.find(([, { kind }]) => kind === 'entity') ??
    free.find(([, { names }]) => names?.includes('entity')) ??
    several
  )
}

function isLength(text: string): boolean {
  try {
    return readDuration(text) > 0
  } catch {
    return false
  }
}
