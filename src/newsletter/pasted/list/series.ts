import { dated } from '../oneLine.ts'
import { readHeading, under } from './headings.ts'
import { shortestItem } from './subBullets.ts'

/** The fewest and the most activities of a series. */
const fewest = 2
const most = 20

/**
 * `UNDP activities in November: workshop in Mombasa (3 Nov); debate in Kampala (9 Nov)`: each with its own day in brackets,
 * and what leads them said by each that it names an entity for. None for any other text.
 */
export function bySeries(text: string): readonly string[] {
  const [, lead, told] = /^([^:;()]{8,120}): (\S.*)$/su.exec(text.trim()) ?? []
  if (lead === undefined || told === undefined) return []
  const parts = told
    .replace(/[.;]$/, '')
    .split(/; (?:and )?/)
    .map((part) => part.trim())
  const areApart = parts.every(
    (part) => part.length >= shortestItem && closing.test(part) && dated.test(part.slice(-62)),
  )
  if (
    parts.length < fewest ||
    parts.length > most ||
    !areApart ||
    dated.test(lead.replace(/ \p{Nd}{4}$/u, ''))
  )
    return []
  const heading = readHeading(lead)
  return parts.map((part) => under(heading, part) ?? part)
}

/** What leads a series. */
export function leadOf(text: string): string {
  return text.trim().slice(0, Math.max(0, text.trim().indexOf(': ') + 1))
}

/** A date in brackets at the end. */
const closing = /\([^()]{1,60}\)$/
