import type { Option } from '../../option.ts'
import type { Thing, TimeReading } from './thing.ts'

/** Texts that hold who does something: an entity, a person or a role. */
const ofWhom = new Set(['owner', 'presenter', 'lead', 'who'])
/** Texts by which something is looked up. */
const sought = new Set(['query', 'name', 'about', 'words', 'country'])
/** Texts that hold a time in words. */
const timed = new Set(['until', 'date', 'embargo', 'lead', 'quiet', 'digest'])

/** What stands right before a time, by the options that it belongs into. */
const before: Readonly<Record<string, RegExp>> = {
  from: /^(?:from|since|starting|as|ab|von|desde|dès|с)$/,
  to: /^(?:to|until|till|through|bis|jusqu.*|hasta|до)$/,
  until: /^(?:until|till|to|by|bis|hasta|до)$/,
  due: /^(?:by|before|due|until|till|on)$/,
}

/** How well an option takes what a line names, from 0 for not at all; `lead` is the word before it. */
export function takes(name: string, option: Option, thing: Thing, lead: string): number {
  const { kind, prefix } = option
  switch (thing.kind) {
    case 'entity':
      if (kind === 'entity' || kind === 'entities')
        return name === 'exclude' || name === 'include' ? 0.1 : name === 'only' ? 0.5 : 1
      return kind !== 'text' ? 0 : ofWhom.has(name) ? whom(lead) : sought.has(name) ? 0.5 : 0
    case 'group':
      if (kind === 'group' || kind === 'groups') return 1
      return kind === 'meeting' && name === 'meeting' ? 0.4 : kind === 'text' && sought.has(name) ? 0.2 : 0
    case 'person':
      if (kind === 'person') return 1
      return kind !== 'text' ? 0 : ofWhom.has(name) ? whom(lead) : sought.has(name) ? 0.6 : 0
    case 'meeting':
      return kind === 'meeting' && name !== 'from' ? 1 : 0
    case 'record':
      return prefix === thing.prefix && (kind === 'record' || kind === 'text') ? 1 : 0
    case 'item':
      return kind === 'text' && name === 'item' ? 1 : 0
    case 'section':
      return kind === 'section' ? 1 : 0
    case 'email':
      return kind !== 'text' ? 0 : name === 'email' ? 1 : sought.has(name) ? 0.4 : 0
    case 'link':
      return kind === 'text' && (name === 'link' || name === 'address') ? 1 : 0
    case 'phone':
      return kind === 'text' && name === 'phone' ? 1 : 0
    case 'number':
      return kind === 'integer' && name !== 'page' && name !== 'number' && name !== 'year' ? 0.5 : 0
    case 'quote':
      return kind === 'text' && !ofWhom.has(name) ? (option.required ? 1 : 0.3) : 0
    case 'time':
      return takesTime(name, option, thing.reads, { text: thing.text, lead })
  }
}

/** Whether a name stands where it is looked up by, which a change does not do. */
export function isLookedUp(name: string, { kind }: Option, thing: Thing): boolean {
  return kind === 'text' && sought.has(name) && /^(?:entity|group|person)$/.test(thing.kind)
}

/** Who is to do something stands behind `to` and never behind `from`. */
function whom(lead: string): number {
  return /^(?:from|off)$/.test(lead) ? 0.2 : /^(?:to|let|by)$/.test(lead) ? 0.95 : 0.9
}

function takesTime(
  name: string,
  { kind, moves, longer, fromNow, required }: Option,
  reads: ReadonlySet<TimeReading>,
  { text, lead }: { readonly text: string; readonly lead: string },
): number {
  const isShift = /(?:later|earlier|longer|shorter|more)$/i.test(text)
  if (isShift && !moves && !longer) return kind === 'moment' && fromNow ? 0.3 : 0
  const led =
    before[name]?.test(lead) === true ||
    before[name]?.test(text.split(' ', 1)[0]?.toLowerCase() ?? '') === true
  const base = led ? 0.5 : 0
  // `remind them about Friday` says of what, and not when.
  if (lead === 'about' && !/\p{Nd}/u.test(text)) return 0
  if (kind === 'moment')
    return reads.has('moment') ? base + 1 : reads.has('day') && (required || moves) ? base + 0.5 : 0
  if (kind === 'day') {
    if (!reads.has('day')) return 0
    // The first day of the two is the one that nothing else names.
    return name === 'known' || name === 'joined'
      ? 0
      : (name === 'to' || name === 'until') && !led
        ? 0
        : base + 0.8
  }
  // What is printed or asked for is of a month or more, never of one day.
  if (kind === 'period')
    return reads.has('period') && !(name === 'period' && reads.has('day')) ? base + 0.8 : 0
  if (kind === 'duration') return reads.has('length') ? 1 : 0
  if (kind === 'text' && name === 'minutes') return reads.has('length') ? 0.9 : 0
  return kind === 'text' && timed.has(name) && (reads.has('moment') || reads.has('day'))
    ? led
      ? 0.6
      : 0.2
    : 0
}

/** How much a kind of thing says for a command that has a place for it. */
export const worth: Readonly<Record<Thing['kind'], number>> = {
  record: 0.7,
  meeting: 0.45,
  item: 0.5,
  email: 0.4,
  link: 0.5,
  phone: 0.7,
  section: 0.5,
  entity: 0.35,
  group: 0.35,
  person: 0.35,
  time: 0.35,
  number: 0.15,
  quote: 0.35,
}
