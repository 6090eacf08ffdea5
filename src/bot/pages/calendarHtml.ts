import type { PublicMeeting } from '../../../db/meetings/calendar/publicCalendar.ts'
import { monthNames } from '../../core/time/day.ts'
import { momentWords, wallTime } from '../../core/time/zone.ts'
import { type Html, html } from '../../newsletter/render/escapeHtml.ts'
import { page } from '../../newsletter/render/page.ts'

const kindWords: Readonly<Record<PublicMeeting['kind'], string>> = {
  regular: 'regular meeting',
  'in-focus': 'in-focus meeting',
  committee: 'committee meeting',
  briefing: 'briefing',
}

/** Meetings by the month in which they begin, as a page; `isCut` tells that later ones are left out. */
export function calendarHtml({
  framework,
  meetings,
  isCut,
}: {
  /** Whose working groups they are; null where it has no name. */
  readonly framework: string | null
  readonly meetings: readonly PublicMeeting[]
  readonly isCut: boolean
}): string {
  const months = [...Map.groupBy(meetings, monthOf)]
  return page(
    framework === null ? 'Meetings ahead' : `${framework}: meetings ahead`,
    html`<p>Meetings of all working groups by month, in UTC and by the clock of the place for which each is scheduled.</p>
${meetings.length === 0 ? html`<p>No meeting is scheduled.</p>\n` : html``}${months.map(monthHtml)}${
  isCut ? html`<p>Later meetings are not listed yet.</p>\n` : html``
}`,
  )
}

/** `December 2026`, in UTC. */
function monthOf({ startsAt }: PublicMeeting): string {
  const { year, month } = wallTime(startsAt, 'UTC')
  return `${monthNames[month - 1]} ${year}`
}

function monthHtml([month, meetings]: readonly [string, readonly PublicMeeting[]]): Html {
  const id = month.toLowerCase().replace(' ', '-')
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${month}</h2>
<ul>
${meetings.map(meetingHtml)}</ul>
</section>
`
}

function meetingHtml({ title, kind, groups, startsAt, minutes, zone }: PublicMeeting): Html {
  const end = new Date(startsAt.getTime() + minutes * 60_000)
  const utc = spanWords(startsAt, end, 'UTC')
  const local = spanWords(startsAt, end, zone)
  const whose = groups.map(({ name, acronym }) => html`<bdi>${name}</bdi> (${acronym}), `)
  return html`<li><strong><bdi>${title}</bdi></strong><br>
<time datetime="${startsAt.toISOString()}">${utc} UTC</time>${
    local === utc ? html`` : html`<br>\n${local} (${zone})`
  }<br>
${whose}${kindWords[kind]}</li>
`
}

/** `Sat 12 Dec 2026, 14:30 to 16:00`, with the day of its end where that is another one. */
function spanWords(from: Date, to: Date, zone: string): string {
  const start = momentWords(from, zone)
  const end = momentWords(to, zone)
  return `${start.day}, ${start.time} to ${end.day === start.day ? '' : `${end.day}, `}${end.time}`
}
