import { withoutAddresses } from '../../core/text/addresses/mailAddress.ts'
import { type Day, formatDay } from '../../core/time/day.ts'

/** What is said to outsiders, or kept among the members. */
export type MinutesAudience = 'internal' | 'shareable'

/** A meeting's record, from which every document of it is made. */
export interface Minutes {
  readonly title: string
  readonly group: string | null
  readonly kind: string
  /** `Sat 12 Dec 2026, 14:30 (Europe/Paris), 1 h 30 min`. */
  readonly when: string
  readonly place: string | null
  readonly summary: string | null
  readonly present: readonly string[]
  /** How many people came; null where nobody counted. */
  readonly participants: number | null
  /** What the group's quorum is and how many were there; null where it has none. */
  readonly quorum: string | null
  readonly presentObservers: readonly string[]
  readonly regrets: readonly string[]
  /** Those outside the directory who were invited, as far as they have a name. */
  readonly guests: readonly string[]
  readonly items: readonly MinutedItem[]
  /** Notes and resolutions that belong to no item. */
  readonly rest: Omit<MinutedItem, 'title' | 'presenter' | 'reached'>
  readonly actions: readonly MinutedAction[]
}

export interface MinutedItem {
  readonly title: string
  readonly presenter: string | null
  readonly reached: boolean
  readonly notes: readonly { readonly body: string; readonly audience: MinutesAudience }[]
  readonly resolutions: readonly MinutedResolution[]
}

export interface MinutedResolution {
  readonly body: string
  readonly status: 'proposed' | 'adopted' | 'not adopted' | 'withdrawn'
  readonly objections: readonly { readonly entity: string; readonly reason: string | null }[]
}

export interface MinutedAction {
  readonly what: string
  readonly owner: string
  readonly due: Day | null
  readonly done: boolean
}

/** A line of the document: a title, a heading, a paragraph or an entry of a list. */
export interface MinutesLine {
  readonly kind: 'title' | 'heading' | 'text' | 'entry'
  readonly text: string
}

/**
 * The document line by line, the same for every format. What is for the members alone is left out of the shareable
 * rendition: internal notes, who objected and why, what was proposed and not adopted, and addresses in what was not
 * written to be shared.
 */
export function minutesLines(minutes: Minutes, rendition: MinutesAudience): readonly MinutesLine[] {
  const { group, kind, when, place, summary, present, presentObservers, regrets } = minutes
  const said = rendition === 'internal' ? (text: string) => text : withoutAddresses
  const facts = [
    ['When', when],
    ['Where', place ?? ''],
    ['Group', group ?? ''],
    ['Kind', kind],
    ['Present', present.join(', ') || 'not recorded'],
    ['Participants', minutes.participants === null ? '' : minutes.participants.toLocaleString('en')],
    ['Quorum', minutes.quorum ?? ''],
    ['Observers present', presentObservers.join(', ')],
    ['Regrets', rendition === 'internal' ? regrets.join(', ') : ''],
    ['Guests invited by e-mail', rendition === 'internal' ? minutes.guests.join(', ') : ''],
  ].filter(([, value]) => value !== '')
  return [
    { kind: 'title', text: `Minutes: ${minutes.title}` },
    ...facts.map(([label, value]) => ({ kind: 'entry' as const, text: `${label}: ${value}` })),
    ...section('Summary', summary === null ? [] : [{ kind: 'text', text: summary }]),
    ...minutes.items.flatMap((item, at) => itemLines(item, at, rendition, said)),
    ...section('Further points', pointLines(minutes.rest, rendition)),
    ...section(
      'Actions',
      minutes.actions.map(actionLine).map((line) => ({ ...line, text: said(line.text) })),
    ),
  ]
}

function section(heading: string, lines: readonly MinutesLine[]): readonly MinutesLine[] {
  return lines.length > 0 ? [{ kind: 'heading', text: heading }, ...lines] : []
}

function itemLines(
  item: MinutedItem,
  at: number,
  rendition: MinutesAudience,
  said: (text: string) => string,
): readonly MinutesLine[] {
  const by = item.presenter === null ? '' : ` (${item.presenter})`
  const points = pointLines(item, rendition)
  const empty: MinutesLine = { kind: 'text', text: item.reached ? 'Taken up.' : 'Not reached.' }
  return [
    { kind: 'heading', text: `${at + 1}. ${said(`${item.title}${by}`)}` },
    ...(points.length > 0 ? points : [empty]),
  ]
}

function pointLines(
  { notes, resolutions }: Minutes['rest'],
  rendition: MinutesAudience,
): readonly MinutesLine[] {
  const internal = rendition === 'internal'
  return [
    ...notes
      .filter(({ audience }) => internal || audience === 'shareable')
      .map(({ body }) => ({ kind: 'text' as const, text: body })),
    ...resolutions
      .filter(({ status }) => internal || status === 'adopted')
      .map((one) => ({ kind: 'entry' as const, text: resolutionLine(one, internal) })),
  ]
}

function resolutionLine({ body, status, objections }: MinutedResolution, internal: boolean): string {
  const names = objections.map(({ entity, reason }) => (reason === null ? entity : `${entity}: ${reason}`))
  const against = internal && names.length > 0 ? ` (objections: ${names.join('; ')})` : ''
  const word = {
    proposed: 'Proposed',
    adopted: 'Resolved',
    'not adopted': 'Not adopted',
    withdrawn: 'Withdrawn',
  }
  return `${word[status]}: ${body}${against}`
}

function actionLine({ what, owner, due, done }: MinutedAction): MinutesLine {
  const state = done ? ', done' : due === null ? '' : `, due ${formatDay(due)}`
  return { kind: 'entry', text: `${what} (${owner}${state})` }
}
