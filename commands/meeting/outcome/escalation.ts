import { secretariatInZones } from '../../../db/directory/people.ts'
import {
  type MeetingWithoutOutcome,
  type OutcomeContact,
  unrecordedMeetings,
} from '../../../db/meetings/reminding/unrecorded.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import {
  daysBefore,
  type Firing,
  type Rule,
  soonest,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import type { UpcomingNotice } from '../../../src/core/feature/upcomingNotice.ts'
import { type Block, block, button, headed, message, moment, rich } from '../../../src/core/message.ts'

const key = 'minutes'
const dayMs = 86_400_000

/** Who is asked, one after the other. */
const steps = ['chair', 'vice-chair', 'coordinator', 'secretariat'] as const

type Step = (typeof steps)[number]

type Secretariat = Awaited<ReturnType<typeof secretariatInZones>>

/** A question for the outcome of a meeting, to one person. */
interface MinutesRequest extends Firing, MeetingWithoutOutcome {
  readonly personId: number
  readonly step: Step
  /** The reader’s IANA zone. */
  readonly zone: string
}

const offices: Readonly<Record<Step, string>> = {
  chair: 'a chair of the group',
  'vice-chair': 'one of those who stand in for its chair',
  coordinator: 'a coordinator of the entity in the chair',
  secretariat: 'of the secretariat, which is asked last',
}

/** Asks for an outcome that is missing: each in private, days apart, and shows who was asked before. */
export const missingOutcome: Rule<Trx, MinutesRequest> = {
  key,
  about: 'The outcome of a meeting is not on record',
  audience: [
    {
      who: 'the chair, then co-chairs and vice-chairs, then the coordinators of the entity in the chair, then the secretariat; nobody who is away',
      async due(trx, { now, moments, limit }) {
        const waits = waitsOf(moments)
        const first = new Date(now.getTime() - (waits[0] ?? 0))
        const secretariat = await secretariatInZones(trx)
        const meetings = await unrecordedMeetings(trx, key, first, now)
        return meetings
          .flatMap((meeting) => {
            const next = nextAsked(meeting, secretariat, waits)
            return next && next.dueAt <= now ? next.firings : []
          })
          .slice(0, limit)
      },
    },
  ],
  moments: [3, 6, 9, 12].map(daysBefore) satisfies readonly Lead[],
  after: true,
  stops: 'The outcome is recorded (/meeting hold), or the meeting is cancelled.',
  urgency: 'bulk',
  duty: true,
  text: (asked) =>
    headed(
      'Outcome wanted',
      message(
        rich`What came of M${asked.meetingId} ${asked.title} (${asked.group}), ${moment(asked.startsAt, asked.zone)}? Its outcome is not on record.`,
        askedBefore(asked),
        block.buttons({
          ...button('Say what came of it', 'meeting hold', { meeting: `M${asked.meetingId}` }, 'primary'),
          ask: true,
        }),
      ),
    ),
  why: ({ step }) => ({
    as: offices[step],
    by: 'it is asked after every meeting',
    otherwise: 'Whoever else leads the group can record it just as well.',
  }),
  line: ({ meetingId, title, group }) =>
    rich`The outcome of M${meetingId} ${title} (${group}) is not on record`,
  uselessAfter: ({ endedAt }) => new Date(endedAt.getTime() + 60 * dayMs),
  async coming(trx, { now, moments, personId, limit }) {
    const secretariat = await secretariatInZones(trx)
    const coming = (await unrecordedMeetings(trx, key, now, now)).flatMap(
      (meeting): readonly UpcomingNotice[] => {
        const next = nextAsked(meeting, secretariat, waitsOf(moments))
        if (!next || next.dueAt <= now) return []
        return next.firings.map((one) => ({
          at: next.dueAt,
          what: rich`The outcome of M${one.meetingId} ${one.title} (${one.group}) is not on record`,
          to: { personId: one.personId },
          why: offices[one.step],
        }))
      },
    )
    return soonest(coming, personId, limit)
  },
  standing,
  open: standing,
}

/** Who was asked before, one line each; undefined where nobody was. */
function askedBefore({ questions: told, zone }: MinutesRequest): Block | undefined {
  const reached = told.filter(({ givenUp }) => !givenUp)
  if (reached.length === 0) return undefined
  return block.list(reached.map(({ name, at }) => rich`Asked before: ${name}, ${moment(new Date(at), zone)}`))
}

async function standing(trx: Trx, waited: readonly WaitingFiring[], now: Date): Promise<ReadonlySet<string>> {
  const open = await unrecordedMeetings(trx, key, now, now)
  const subjects = new Set(open.map(({ meetingId }) => `meeting:${meetingId}`))
  return new Set(waited.flatMap((one) => (subjects.has(one.subject) ? [one.key] : [])))
}

/** The next step and when it comes; a step without anybody who was not asked yet is passed over. */
function nextAsked(
  meeting: MeetingWithoutOutcome,
  secretariat: Secretariat,
  waits: readonly number[],
): { readonly dueAt: Date; readonly firings: readonly MinutesRequest[] } | undefined {
  const asked = new Set(meeting.questions.map((one) => one.key.split(':')[3]))
  const past: readonly (string | undefined)[] = meeting.questions.map((one) => one.key.split(':')[2])
  const done = steps.findLastIndex((step) => past.includes(step))
  const latest = Math.max(0, ...meeting.questions.map(({ at }) => new Date(at).getTime()))
  for (const [place, step] of steps.entries()) {
    if (place <= done) continue
    const wait = waits[Math.min(place, waits.length - 1)] ?? 0
    const before = done < 0 ? 0 : (waits[Math.min(place - 1, waits.length - 1)] ?? 0)
    // Days apart from the step before, however late that one went out.
    const dueAt =
      done < 0 ? meeting.endedAt.getTime() + (waits[0] ?? 0) : latest + Math.max(wait - before, dayMs)
    const people = personsOf(step, meeting.people, secretariat).filter(
      ({ personId }) => !asked.has(String(personId)),
    )
    if (people.length === 0) continue
    const firings = people.map(({ personId, zone }) => ({
      ...meeting,
      step,
      personId,
      zone,
      key: [key, meeting.meetingId, step, personId].join(':'),
      subject: `meeting:${meeting.meetingId}`,
    }))
    return { dueAt: new Date(dueAt), firings }
  }
  return undefined
}

/** How long after a meeting each step comes, in milliseconds. */
function waitsOf(moments: readonly Lead[]): readonly number[] {
  return moments.map(({ days, minutes }) => days * dayMs + minutes * 60_000).sort((a, b) => a - b)
}

function personsOf(
  step: Step,
  people: readonly OutcomeContact[],
  secretariat: Secretariat,
): readonly Pick<OutcomeContact, 'personId' | 'zone'>[] {
  if (step === 'secretariat') return secretariat.map(({ id, zone }) => ({ personId: id, zone }))
  const meant = people.filter(({ role, holds, coordinates }) => {
    if (step === 'coordinator') return role === 'chair' && coordinates
    return holds && (step === 'chair' ? role === 'chair' : role !== 'chair')
  })
  return [...new Map(meant.map((one) => [one.personId, one])).values()]
}
