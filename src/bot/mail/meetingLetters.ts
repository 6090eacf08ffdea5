import { createHash } from 'node:crypto'

import { claimLetters } from '../../../db/meetings/calendar/claimLetters.ts'
import { seriesOfCalendar } from '../../../db/meetings/calendar/entries.ts'
import { forgetLastLetters } from '../../../db/meetings/calendar/forgetLetters.ts'
import { type DueLetter, dueLetters } from '../../../db/meetings/calendar/letters.ts'
import { type MeetingNews, newsFor } from '../../../db/meetings/calendar/meetingNews.ts'
import type { Trx } from '../../../db/store/db.ts'
import { calendarText } from '../../calendar/calendar.ts'
import { meetingEvent, type SeriesPlace } from '../../calendar/meetingEvents.ts'
import type { Letter } from '../../core/feature/notice.ts'
import { isolate } from '../../core/text/direction/isolate.ts'
import { formatDuration } from '../../core/time/duration.ts'
import { formatMoment } from '../../core/time/zone.ts'
import { calendarLetterId } from '../../delivery/letterId.ts'
import { letterText, replyWords } from '../../delivery/noticeAsLetter.ts'
import { placeInSeries } from '../../meetings/series/stored.ts'

const atOnce = 200
const alarmMinutes = 15
const partstats = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const

interface LetterMeans {
  /** Makes identifiers unique in the world. */
  readonly domain: string
  /** The address that the letters come from, to which calendars reply. */
  readonly from: string
  /** Whether such a reply counts. */
  readonly answersByMail: boolean
}

/**
 * The calendar letters that are due, noted as sent: an invitation, a change or a cancellation, whatever the way by
 * which a meeting came to stand as it does.
 */
export async function meetingLetters(trx: Trx, now: Date, given: LetterMeans): Promise<readonly Letter[]> {
  const due = await dueLetters(trx, now, atOnce)
  const claimed = await claimLetters(trx, due, now)
  if (due.some(({ method }) => method === 'CANCEL')) await forgetLastLetters(trx, now)
  const news = await newsFor(trx, due, now)
  const roots = [...new Set(due.flatMap(({ rootId }) => rootId ?? []))]
  const series = new Map((await seriesOfCalendar(trx, roots)).map((one) => [one.id, one]))
  return due
    .filter(({ id, email }) => claimed.has(`${id} ${email}`))
    .map((one) => {
      const place = placeInSeries(one.seriesDay, series.get(one.rootId ?? 0))
      return letterTo(one, given, { place, news: newsOf(one, news.get(`${one.id} ${one.email}`)) }, now)
    })
}

function letterTo(
  due: DueLetter,
  { domain, from, answersByMail }: LetterMeans,
  { place, news }: { readonly place: SeriesPlace | undefined; readonly news: MeetingNews | undefined },
  now: Date,
): Letter {
  const { id, email, reader, guest, response, method, organizer } = due
  const sequence = due.sequence + due.copies
  const cancelled = method === 'CANCEL'
  const event = {
    // Nobody but the reader is named, and nobody's own address but theirs.
    ...meetingEvent(
      due,
      domain,
      {
        organizer: { name: organizer, email: from },
        attendees: [
          {
            name: reader ?? guest ?? email,
            email,
            partstat: response === null ? 'NEEDS-ACTION' : partstats[response],
          },
        ],
        alarmMinutes,
      },
      place,
    ),
    ...{ sequence, cancelled },
    // When this copy was made; when the meeting itself changed may have been before another one.
    stamp: now,
  }
  const mark = createHash('sha256').update(email).digest('hex').slice(0, 16)
  return {
    to: email,
    // The address of a guest is shown to nobody.
    name: reader ?? guest ?? 'a guest',
    subject: `${wordOf(due, news)}: ${isolate(due.title)}${due.group === null ? '' : ` (${due.group})`}, ${formatMoment(due.startsAt, due.readerZone)}`,
    text: textOf(due, answersByMail, news),
    id: calendarLetterId({ meetingId: id, sequence, method }, mark, now),
    calendar: { method, text: calendarText(due.title, method, [event]) },
  }
}

/** The news that the letter brings; undefined where there is none, or it is of something else. */
function newsOf({ method }: DueLetter, news: MeetingNews | undefined): MeetingNews | undefined {
  return news && (method === 'CANCEL') === (news.kind === 'cancelled') ? news : undefined
}

function wordOf({ method, before }: DueLetter, news: MeetingNews | undefined): string {
  if (method === 'CANCEL') return 'Cancelled'
  if (news?.kind === 'restored') return 'It takes place after all'
  return before === 'REQUEST' ? 'Changed' : 'Invitation'
}

function textOf(due: DueLetter, answersByMail: boolean, news: MeetingNews | undefined): string {
  const { id, title, startsAt, minutes, readerZone, place, link, reader, method, status, organizer } = due
  const when = `When: ${formatMoment(startsAt, readerZone)}, ${formatDuration(minutes)}`
  const byMail = `${replyWords}, or with the buttons of your mail or calendar program`
  const toGuest = answersByMail ? `${byMail}; ${isolate(organizer)} is told.` : 'Reply to them.'
  const answer =
    reader === null
      ? `${isolate(organizer)} invited you as a guest. ${toGuest}`
      : `${answersByMail ? `${byMail}, or in` : 'Answer in'} the chat: /meeting rsvp M${id} yes, maybe or no.`
  if (news) {
    const { summary, blocks } = news.body
    const told = letterText({ summary, blocks: blocks.filter(({ kind }) => kind !== 'buttons') })
    return `${told}\n${method === 'CANCEL' ? '' : `\n${answer}\n`}`
  }
  const end = status === 'cancelled' ? 'The meeting is cancelled.' : 'You are no longer invited to it.'
  return [
    title,
    when,
    ...(place === null ? [] : [`Where: ${isolate(place)}`]),
    ...(link === null ? [] : [`Join: ${link}`]),
    '',
    method === 'CANCEL' ? end : answer,
    '',
  ].join('\n')
}
