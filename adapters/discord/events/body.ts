import { createHash } from 'node:crypto'

import type { PlatformEvent } from '../../../src/core/adapter.ts'
import { oneLine, shorten } from '../../../src/core/text/text.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { limits } from '../limits.ts'
import { escapeText } from '../render/escape.ts'

/** A scheduled event of a server, as Discord is asked for it. */
export interface EventBody {
  readonly name: string
  readonly description: string
  /** Left out for an event that has begun, whose start cannot be changed. */
  readonly scheduled_start_time?: string
  readonly scheduled_end_time: string
  readonly privacy_level: 2
  /** EXTERNAL: it takes place outside of Discord, as far as Discord knows. */
  readonly entity_type: 3
  readonly entity_metadata: { readonly location: string }
}

/** A meeting as a scheduled event, within Discord’s limits. */
export function eventBody(meeting: PlatformEvent): EventBody {
  const { startsAt, endsAt } = meeting
  return {
    name: nameOf(meeting),
    description: descriptionOf(meeting),
    scheduled_start_time: startsAt.toISOString(),
    // Discord refuses an event that ends as it begins.
    scheduled_end_time: new Date(Math.max(endsAt.getTime(), startsAt.getTime() + 60_000)).toISOString(),
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: locationOf(meeting) },
  }
}

/** The same for a meeting that has begun. */
export function ongoingBody(meeting: PlatformEvent): EventBody {
  const { scheduled_start_time: _, ...rest } = eventBody(meeting)
  return rest
}

/** The same for the same event, and for no other. */
export function hashOf(body: EventBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32)
}

/** Plain text. The group stays, however long the title is: a server may have meetings of several. */
function nameOf({ title, group }: PlatformEvent): string {
  const whose = ` (${shorten(oneLine(group), 40)})`
  return `${shorten(oneLine(title).trim() || 'Meeting', limits.eventName - whose.length)}${whose}`
}

/**
 * Markdown. What it is about stands in the name. Everybody in the server reads it, so the link by which one takes
 * part is left to the answer that tells it to those who are known.
 */
function descriptionOf({ group, startsAt, zone, place, subject }: PlatformEvent): string {
  const lines = [
    `Working group: ${escapeText(shorten(oneLine(group), 100))}`,
    `Time: ${formatMoment(startsAt, zone)}`,
  ]
  const last = `How to take part: \`/meeting show ${numberOf(subject)}\`. Kept by Rapporteur: change it there, not here.`
  const where = place ? [`Place: ${escapeText(shorten(oneLine(place), 200))}`] : []
  return [...lines, ...where, last].join('\n')
}

/** Plain text. */
function locationOf({ place, group }: PlatformEvent): string {
  const text = place === null ? '' : oneLine(place).trim()
  if (text !== '') return shorten(text, limits.eventLocation)
  return `The room of ${shorten(oneLine(group), 60)} in this server`
}

/** `M12`. */
function numberOf(subject: string): string {
  return `M${subject.split(':')[1] ?? ''}`
}
