import { type Invited, invitees } from '../../../db/meetings/invitations.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { belongs, type Caller, hasRole, leads } from '../../../src/core/feature/caller.ts'
import { block, message, moment, rich, titled } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import {
  answering,
  type RepresentedEntity,
  represented,
  representedName,
} from '../../../src/meetings/representation.ts'
import { command, found } from '../../define.ts'
import { asSeenBy } from '../answer/invited.ts'
import { called } from '../called.ts'
import { attendance, factsBelowState, isOpen, rsvpButtons } from '../card.ts'
import { quorumNotes } from '../room/quorum.ts'
import { isSitting, type Reader, standing, stateWords } from '../room/standing.ts'
import { nextSteps } from './nextSteps.ts'

export const show = command({
  name: 'show',
  about: 'One meeting: when, where, who comes',
  options: {
    meeting: required(option.meeting({ about: 'M12, its title, or a group for its next one' })),
    timezone: option.zone({ about: 'Another time zone for its hour' }),
  },
  access: anyone,
  examples: ['/meeting show M1', '/meeting show ETCIP'],
  async run({ db, now, zone: own, caller }, { meeting: ref, timezone: zone = own }) {
    const meeting = found(await meetingById(db, ref.id), 'such meeting')
    const people = await invitees(db, meeting.id)
    const mine = people.find((person) => person.personId === caller.personId)
    const sits = isSitting(meeting)
    const answers = isOpen(meeting, now) && mine !== undefined && !sits
    const room = sits ? await standing(db, meeting, zone, readerOf(caller, meeting, mine)) : undefined
    const group = meeting.groupAcronym ? ` (${meeting.groupAcronym})` : ''
    const state = stateWords(meeting)
    const title = `${called(meeting)}${group}${state}`
    const seen = asSeenBy(caller, meeting, mine !== undefined)
    const asks =
      meeting.groupAcronym === null ? 'whoever called the meeting' : `the chairs of ${meeting.groupAcronym}`
    const steps = nextSteps(meeting, caller, now)
    return titled(
      title,
      message(
        rich`M${meeting.id} ${meeting.title}${group}, ${moment(meeting.startsAt, zone)}${state}`,
        factsBelowState(seen, zone),
        room?.facts,
        block.fields([
          ...(seen.link === meeting.link
            ? []
            : [['Link', `told to those who are invited; ask ${asks}`] as const]),
          ...answersOf(people, mine, { sits, attended: meeting.attended }),
          ...attendance(meeting),
          ...(meeting.summary ? [['Outcome', meeting.summary] as const] : []),
        ]),
        ...(sits ? await quorumNotes(db, meeting) : []),
        room && room.buttons.length > 0 ? block.buttons(...room.buttons) : undefined,
        answers ? rsvpButtons(meeting.id) : undefined,
        steps.length > 0 ? block.buttons(...steps) : undefined,
      ),
    )
  },
})

/** What each entity has said and who is there, where anybody is or may be; of the reader, their own answer. */
function answersOf(
  people: readonly Invited[],
  mine: Invited | undefined,
  { sits, attended }: { readonly sits: boolean; readonly attended: readonly string[] },
): readonly (readonly [string, string])[] {
  const entities = represented(people)
  const names = (answer: RepresentedEntity['answer'], observer: boolean) =>
    answering(entities, answer, observer).map(representedName)
  const counted = (answer: RepresentedEntity['answer']) => {
    const seats = names(answer, false)
    const observers = names(answer, true)
    const apart = observers.length > 0 ? `; observers: ${observers.join(', ')}` : ''
    return `${answer === 'none' && seats.length > 0 ? `${seats.length}: ` : ''}${seats.join(', ') || 'nobody'}${apart}`
  }
  const former = people
    .filter(({ response, former: answer }) => response === null && answer !== null)
    .map((person) => `${person.entity ?? person.name} (${person.former})`)
  const present = entities.filter((one) => one.present).map(({ name }) => name)
  // Once a meeting was held, its recorded attendance says who came.
  const isSaid = present.every((name) => attended.includes(name))
  const there =
    (present.length > 0 && !isSaid) || sits ? [['Present', present.join(', ') || 'nobody yet'] as const] : []
  return [
    ...(sits ? there : []),
    ['Yes', counted('yes')],
    ['Maybe', counted('maybe')],
    ['No', counted('no')],
    ['No answer yet', counted('none')],
    ...(former.length > 0 ? [['Said for the former time', former.join(', ')] as const] : []),
    ...(mine ? [['You', ownAnswer(mine)] as const] : []),
    ...(sits ? [] : there),
  ]
}

function ownAnswer({ response, remark, presentAt }: Invited): string {
  if (response === null) return presentAt === null ? 'not answered' : 'here'
  return `${response}${remark === null ? '' : ` (${remark})`}`
}

/** What the caller may do while the meeting goes on, as its commands allow it. */
function readerOf(
  caller: Caller,
  { groupIds }: Meeting,
  mine: Pick<Invited, 'as' | 'presentAt'> | undefined,
): Reader {
  const member = belongs(caller, groupIds) || (mine !== undefined && mine.as !== 'observer')
  return {
    attends: mine !== undefined && mine.presentAt === null,
    speaks: mine !== undefined || hasRole(caller, groupIds),
    objects: member && caller.entityId !== null,
    leads: leads(caller, groupIds),
  }
}
