import { isDeepStrictEqual } from 'node:util'

import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import { detailsOf } from '../card.ts'
import { isNone } from './reading/dateOption.ts'
import type { Given } from './reading/given.ts'

/** What each option of an update sets, all of it together. */
const parts = {
  section: ['section'],
  date: ['startOn', 'endOn', 'precision', 'printedDate', 'dates'],
  entities: ['entities'],
  wg: ['wg'],
  place: ['place'],
  link: ['links'],
} as const satisfies Readonly<Record<string, readonly (keyof UpdateContent)[]>>

/**
 * An edited update: what is named now goes first, then what an option had set before, then what the text says.
 * An option had set what differs from `asRead`, the former text read by itself. A new text that tells a date or an address
 * of its own goes before the one that was set beside the old one: the newest word wins. An embargo stays until another is
 * named.
 */
export function revise(
  before: UpdateContent,
  asRead: UpdateContent,
  now: UpdateContent,
  given: Readonly<Record<string, unknown>>,
): UpdateContent {
  const retold = now.startOn !== asRead.startOn || now.endOn !== asRead.endOn
  const reworded = now.originalText !== before.originalText
  const redated = reworded && now.startOn !== null && retold
  const relinked = reworded && addresses(now).some((url) => !addresses(asRead).includes(url))
  const kept = Object.entries(parts)
    .filter(([option, keys]) => given[option] === undefined && keys.some((key) => isSet(before, asRead, key)))
    .filter(([option]) => (option !== 'date' || !redated) && (option !== 'link' || !relinked))
    .flatMap(([, keys]) => keys.map((key) => [key, before[key]] as const))
  return {
    ...now,
    ...Object.fromEntries(kept),
    ...(staysAsTyped(before, asRead, now, given) ? words(before) : {}),
    embargoUntil: given['embargo'] === undefined ? standing(before, asRead, now) : now.embargoUntil,
  }
}

function addresses({ links }: UpdateContent): readonly string[] {
  return links.flatMap(({ url }) => url ?? [])
}

/** Whether an option had set it; the same day may be printed in several forms. */
function isSet(before: UpdateContent, asRead: UpdateContent, key: keyof UpdateContent): boolean {
  return key !== 'printedDate' && !isDeepStrictEqual(before[key], asRead[key])
}

/** Whether an update that was to be printed as it was typed still is: no other text, date or manner is given. */
function staysAsTyped(
  before: UpdateContent,
  asRead: UpdateContent,
  now: UpdateContent,
  given: Readonly<Record<string, unknown>>,
): boolean {
  const isOther = ['print', 'date', 'link'].some((option) => given[option] !== undefined)
  return !isOther && now.originalText === before.originalText && before.text !== asRead.text
}

function words({ text, printedDate, dateForm, bold, links }: UpdateContent) {
  return { text, printedDate, dateForm, bold, links }
}

/** The embargo after an edit that set none: words may move it, but their absence never lifts it. */
function standing(before: UpdateContent, asRead: UpdateContent, now: UpdateContent) {
  const moved = now.embargoUntil !== null && now.embargoUntil !== asRead.embargoUntil
  return moved ? now.embargoUntil : before.embargoUntil
}

interface Typed extends Given {
  readonly text: string | undefined
}

/**
 * What was given, without what the version that its editor saw says already, since a form also sends what nobody
 * touched: a date that was read from the former text must not go before the date in the new one. A form names text and
 * section; of a line that gives a new text without a section, every word was meant.
 */
export function onlyNew(seen: UpdateContent, typed: Typed): Typed {
  const text = typed.text === seen.originalText ? undefined : typed.text
  if (text !== undefined && typed.section === undefined) return typed
  const said = detailsOf(seen)
  const changed = <T>(value: T | undefined, printed: string | undefined, stands: string | undefined) =>
    printed === stands || (stands === undefined && isNone(printed)) ? undefined : value
  return {
    text,
    // A new text does not move an update that its author has placed.
    section: text === undefined ? changed(typed.section, typed.section, said.section) : typed.section,
    // Days that stand in the words are taken away by name; no form shows them.
    date:
      isNone(typed.date) && seen.startOn !== null ? typed.date : changed(typed.date, typed.date, said.date),
    entities: changed(
      typed.entities,
      typed.entities?.map(({ acronym }) => acronym).join(', ') || undefined,
      said.entities,
    ),
    wg: changed(typed.wg, typed.wg?.acronym, said.wg),
    place: changed(typed.place, typed.place, said.place),
    link: changed(typed.link, typed.link, said.link),
    embargo: changed(typed.embargo, typed.embargo, said.embargo),
    print: typed.print,
  }
}

/** Whether nothing at all was given. */
export function isEmpty(given: Readonly<Record<string, unknown>>): boolean {
  return Object.values(given).every((value) => value === undefined)
}
