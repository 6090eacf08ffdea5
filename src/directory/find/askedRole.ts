import type { Role } from '../../core/feature/caller.ts'
import { fold } from '../../core/text/nearest.ts'
import { monthNames } from '../../core/time/day.ts'

/** A query for whoever holds a role: `ETCIP vice-chair`, `who chairs border management`, `chairs`. */
export interface AskedRole {
  readonly role: Role
  /** What is said of the group or the entity; empty where all of them are meant. */
  readonly of: string
  /** The year in which it was held, where one is named. */
  readonly year?: number
}

const roles: ReadonlyMap<string, Role> = new Map([
  ['chair', 'chair'],
  ['chairs', 'chair'],
  ['chaired', 'chair'],
  ['chairing', 'chair'],
  ['chairperson', 'chair'],
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['co-chair', 'co-chair'],
  ['co-chairs', 'co-chair'],
  ['cochair', 'co-chair'],
  ['cochairs', 'co-chair'],
  ['vice-chair', 'vice-chair'],
  ['vice-chairs', 'vice-chair'],
  ['vicechair', 'vice-chair'],
  ['member', 'member'],
  ['members', 'member'],
  ['observer', 'observer'],
  ['observers', 'observer'],
])

const fillers: ReadonlySet<string> = new Set([
  'is',
  'are',
  'the',
  'of',
  'in',
  'for',
  'by',
  'wg',
  'now',
  'today',
  'currently',
  'current',
  'present',
])

/** Reads a query for the holders of a role; undefined for any other. */
export function readAskedRole(query: string): AskedRole | undefined {
  const words = fold(query)
    .replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '')
    .replace(/\b(?:in charge of|leads?|leading|led by)\b/g, 'chairs')
    .replace(/[‐‑–]/g, '-')
    .replace(/\b(?:vice|deputy) chair/g, 'vice-chair')
    .replace(/\bco chair/g, 'co-chair')
    .split(/[\s,;:?!"“”()]+/)
    .filter((word) => word !== '')
  const [at, ...more] = [...words.keys()].filter((index) => roles.has(words[index] ?? ''))
  const role = at === undefined ? undefined : roles.get(words[at] ?? '')
  if (at === undefined || role === undefined || more.length > 0) return undefined
  const last = words.at(-1) ?? ''
  const year = /^(?:19|20)\d\d$/.test(last) ? Number(words.pop()) : undefined
  // `in August 2022`: the terms of that year are told with their days.
  if (year !== undefined && isMonth(words.at(-1) ?? '')) words.pop()
  const of = words.filter((word, index) => index !== at && !fillers.has(word) && !asks(words, index))
  // Members and observers of nothing are everybody.
  if (of.length === 0 && (role === 'member' || role === 'observer')) return undefined
  return { role, of: of.join(' '), ...(year === undefined ? {} : { year }) }
}

function isMonth(word: string): boolean {
  return monthNames.some((name) => fold(name) === word || fold(name).slice(0, 3) === word)
}

/** Whether a word is the “who” of a question rather than the World Health Organization. */
function asks(words: readonly string[], index: number): boolean {
  if (index !== 0 || words[0] !== 'who') return false
  return ['is', 'are', 'chairs', 'chaired', 'chairing', 'co-chairs', 'vice-chairs'].includes(words[1] ?? '')
}
