import type { Period } from '../../core/time/period.ts'
import { type DateForm, readPrintedDates } from '../dates/printedDate.ts'
import type { PrintedDate } from '../dates/readDate.ts'
import { findEntities, findGroups, type KnownEntity, type KnownGroup } from '../names/mentions.ts'
import { placeText, readPlaces } from '../places/place.ts'
import { classify } from '../section/classify.ts'
import type { SectionKey } from '../sections.ts'
import { type Link, readLinks } from './links.ts'

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
  readonly wg: string | null
  readonly place: string | null
  readonly links: readonly Link[]
  readonly section: SectionKey
  readonly confidence: number
  readonly why: string
}

export interface Known {
  /** The period of the issue, for dates that print no year. */
  readonly period: Period
  readonly entities: readonly KnownEntity[]
  readonly groups: readonly KnownGroup[]
}

/** Reads dates, entities, group, place, links and section from the text of an item. */
export function readItem(typed: string, { period, entities, groups }: Known): ItemReading {
  const { text: worded, links } = readLinks(typed)
  const dated = readPrintedDates(worded, period)
  const named = findEntities(dated.text, entities)
  const [wg = null] = findGroups(dated.text, groups)
  const place = placeText(readPlaces(dated.text, dated.printed ?? ''))
  const found = classify({ text: dated.text, entities: named, wg, place })
  return {
    text: dated.text,
    printedDate: dated.printed,
    dateForm: dated.form,
    start: dated.start,
    end: dated.end,
    precision: dated.precision,
    dates: dated.dates,
    entities: named,
    wg,
    place,
    links,
    section: found.section,
    confidence: found.confidence,
    why: found.why,
  }
}
