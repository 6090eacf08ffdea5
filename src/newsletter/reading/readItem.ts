import type { Period } from '../../core/time/period.ts'
import { formOf, isRough, isRoughBefore } from '../dates/form.ts'
import { movedDateline } from '../dates/movedDateline.ts'
import { type DateForm, type PrintedDate, type PrintedDates, readPrintedDates } from '../dates/printedDate.ts'
import { isWeekInNumbers } from '../dates/weeksInNumbers.ts'
import type { KnownEntity } from '../names/entityNames.ts'
import { type AcronymSlip, findGroups, type KnownGroup, readNames } from '../names/mentions.ts'
import type { Aside } from '../pasted/asides.ts'
import { readPasted } from '../pasted/pasted.ts'
import { type NamedPlace, placeText, readPlaces } from '../places/place.ts'
import type { PlannedSection } from '../plan.ts'
import { featuresOf } from '../section/features/features.ts'
import type { Weights } from '../section/learn.ts'
import { proposeSection } from '../section/propose.ts'
import { sectionWeights } from '../section/weights.ts'
import { subsections } from '../sections.ts'
import { firstPerson, weOpen } from './firstPerson.ts'
import { type Link, readLinks } from './links/links.ts'
import { moveDate } from './moveDate.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'
import { isWithOthers } from './withOthers.ts'

/** What an item's own text says of it. */
export interface ItemReading {
  readonly text: string
  readonly printedDate: string | null
  readonly dateForm: DateForm
  readonly start: string | null
  readonly end: string | null
  readonly precision: 'day' | 'month' | null
  readonly dates: readonly PrintedDate[]
  readonly entities: readonly string[]
  /** Whether none is named and “we” stands for the author's own. */
  readonly ownEntity: boolean
  /** Partners that no entity has, by their acronyms as the item opens with them. */
  readonly partners: readonly string[]
  /** Acronyms that one slip makes of an entity's; none of them is taken. */
  readonly slips: readonly AcronymSlip[]
  readonly wg: string | null
  /** As it is printed, several joined by `; `. */
  readonly place: string | null
  readonly places: readonly NamedPlace[]
  readonly links: readonly Link[]
  /** Words that were bold. */
  readonly bold: readonly string[]
  /** Sources, photo credits and signatures that stood after the text and are no part of it: to be said. */
  readonly asides: readonly Aside[]
  readonly suggestions: readonly Suggestion[]
  readonly section: string
  /** Whether the section may be taken without asking. */
  readonly sure: boolean
  /** All sections that are offered, the likeliest first. */
  readonly ranked: readonly string[]
  readonly why: string
  /** What the section was told by; with the section that was chosen in the end, an example to learn from. */
  readonly features: readonly string[]
}

export interface KnownNames {
  /** The period of the issue, for dates that print no year. */
  readonly period: Period
  readonly entities: readonly KnownEntity[]
  readonly groups: readonly KnownGroup[]
  /** Acronym of the author's entity, which “we” means. */
  readonly own?: string | undefined
  /** Acronym of the working group that its author named beside the text. */
  readonly wg?: string | undefined
  /** Where its author said that it belongs; what may be mended depends on it. */
  readonly section?: string | undefined
  /** Learned from what the secretariat accepted and moved; without them, those that the program came with. */
  readonly weights?: Weights
  /** The sections of the deployment's plan; without them, the standing ones. */
  readonly sections?: readonly ReadSection[]
}

type ReadSection = Pick<PlannedSection, 'key' | 'prints'> & { readonly isRemoved?: boolean }

/** Reads dates, entities, group, place, links and section from the text of an item. */
export function readItem(
  typed: string,
  { period, entities, groups, own, wg: given, section, weights, sections = subsections }: KnownNames,
): ItemReading {
  const pasted = readPasted(typed)
  const { text: worded, links, leads } = readLinks(pasted.text)
  const written = readPrintedDates(worded, period)
  const { entities: inText, partners, slips, spelledOut } = readNames(written.text, entities)
  // `Compendium of practices (UNOCT, Dec 2024)` names its issuer beside the date.
  const named = [...new Set([...inText, ...readNames(written.printed ?? '', entities).entities])]
  const isOwn = named.length === 0 && own !== undefined && firstPerson(written.text) !== undefined
  const isShared = weOpen(written.text) || isWithOthers(written.text, entities)
  const credited = own !== undefined && (isOwn || isShared) ? [...new Set([own, ...named])] : named
  const [wg = null] = findGroups(written.text, groups)
  const places = readPlaces(written.text, written.printed ?? '')
  const moved = movedDateline(written, places, period)
  const dated = moved?.dated ?? written
  const features = featuresOf({
    text: written.text,
    entities: named,
    wg: given ?? wg,
    places,
    precision: dated.precision,
  })
  const offered = sections.filter(({ isRemoved }) => isRemoved !== true).map(({ key }) => key)
  const proposal = proposeSection(features, weights ?? sectionWeights, offered)
  const filed = section ?? proposal.section
  return {
    text: dated.text,
    printedDate: dated.printed,
    dateForm: dated.form,
    start: dated.start,
    end: dated.end,
    precision: dated.precision,
    dates: dated.dates,
    entities: credited,
    ownEntity: isOwn,
    // What stood in a dateline is not printed.
    partners: moved ? partners.filter((one) => dated.text.includes(one)) : partners,
    slips,
    wg,
    place: placeText(places),
    places,
    links,
    bold: pasted.bold.filter((words) => dated.text.includes(words)),
    asides: [
      ...pasted.asides,
      ...leads.map((text) => ({ kind: 'lead', text }) as const),
      ...(moved ? [{ kind: 'dateline', text: moved.dateline } as const] : []),
    ],
    suggestions: suggestionsFor({
      text: dated.text,
      section: filed,
      prints: sections.find(({ key }) => key === filed)?.prints ?? [],
      dated,
      period,
      movable: movableDate(typed, dated, period),
      links,
      slips,
      spelledOut,
      own,
      officeOpens: features.includes('office opens'),
    }),
    ...proposal,
    features,
  }
}

/** The one date inside a sentence that would tell the same days in brackets at its end. */
function movableDate(typed: string, { form, dates }: PrintedDates, period: Period) {
  const [only, ...others] = dates
  if (form !== 'inline' || !only || others.length > 0) return undefined
  const before = typed.slice(0, typed.lastIndexOf(only.printed))
  if ((isRough(only.printed) && !isWeekInNumbers(only.printed)) || isRoughBefore(before)) return undefined
  // “between 3 and 5 November” is a span.
  const spanned = /\bbetween $/i.test(before)
    ? only.printed.replace(/^(\d{1,2}) and (?=\d)/, '$1-')
    : only.printed
  const printed = formOf({ ...only, printed: spanned }, period)
  // The full stop after it ends the sentence.
  const written = typed.trimEnd().endsWith(only.printed) ? only.printed.replace(/\.$/, '') : only.printed
  const moved = moveDate(typed, written, printed)
  const again =
    moved === undefined ? undefined : readPrintedDates(readLinks(readPasted(moved).text).text, period)
  const isSame =
    again?.form === 'parentheses' &&
    again.start === only.start &&
    again.end === only.end &&
    again.dates.length === 1
  return isSame ? { written, printed } : undefined
}
