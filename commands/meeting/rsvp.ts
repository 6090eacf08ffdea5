import { type Invitation, respond } from '../../db/meetings/invitations.ts'
import { lockMeeting } from '../../db/meetings/meetings.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { wholeChoice } from '../../src/core/language/choice/choices.ts'
import { type Block, block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { fold } from '../../src/core/text/nearest.ts'
import { shorten } from '../../src/core/text/text.ts'
import { formatMoment } from '../../src/core/time/zone.ts'
import { type Context, command, found } from '../define.ts'
import { undoesOption } from '../records/overruled.ts'
import { answeredCard, markOfHour } from './answer/answeredCard.ts'
import { sendInstead, takeBack, tellSender } from './answer/delegating.ts'
import { openInvitation } from './answer/openInvitation.ts'
import { markPresent, unmarkPresent } from './answer/presence.ts'
import { called } from './called.ts'
import { rsvpAnswers } from './card.ts'
import { underWayIfHere } from './meetingOption.ts'
import { noteInHistory } from './outcome/noteInHistory.ts'

/** What people say for an answer, beside its own word. */
const said = {
  yes: ['attending', 'accept', 'accepted', 'coming', 'will attend', 'i will attend', "i'll be there", 'will be there', 'confirmed', 'present'],
  no: ['decline', 'declined', 'regrets', 'apologies', 'absent', 'not attending', 'not coming', "can't make it", 'cannot make it', "can't attend", 'cannot attend', "can't come", 'cannot come', 'unable to attend', "won't come", "won't attend"],
  maybe: ['tentative', 'tentatively', 'perhaps', 'perhaps not', 'maybe not', 'probably', 'probably not', 'possibly', 'possibly not', 'not sure', 'unsure', 'peut-etre', 'tal vez', 'quizas', 'возможно', 'может быть', 'ربما', '也许', 'vielleicht'],
} as const // biome-ignore format: a table

const answers = {
  choices: ['yes', 'no', 'maybe', 'here', 'not here', 'unanswered'],
  offered: ['yes', 'no', 'maybe'],
  also: said,
} as const

export const rsvp = command({
  name: 'rsvp',
  about: 'Answer an invitation: yes, no or maybe; or send a colleague instead',
  options: {
    meeting: underWayIfHere,
    answer: required(
      option.choice({
        about: 'Whether you attend; “here” once there',
        ...answers,
        trailing: true,
      }),
    ),
    note: option.text({ about: 'A word for the chair, e.g. on mission', max: 200 }),
    delegate: option.person({ about: 'A colleague who comes instead' }),
    undoes: undoesOption,
  },
  access: anyone,
  onlyFor: 'whoever is invited',
  changes: true,
  examples: ['/meeting rsvp M1 yes', '/meeting rsvp M1 no on mission', '/meeting rsvp ETCIP maybe'],
  async run(context, { meeting: ref, answer, note: typedNote, delegate: colleague, undoes }) {
    const { db, now, caller } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    const other = otherMeeting(meeting.id, typedNote)
    const apart = answerBeside(typedNote)
    const note = other === undefined && !apart ? typedNote : undefined
    const second = fold(typedNote ?? '')
    if (/^(?:yes|no|maybe)$/.test(second) && second !== answer)
      throw new UserError(`You said ${answer} and ${second} to ${called(meeting)}. Which one?`, {
        option: 'answer',
        buttons: rsvpAnswers(meeting.id),
      })
    const invitation = await openInvitation(
      context,
      meeting,
      answer,
      typedNote !== undefined || colleague !== undefined,
    )
    if (isTitle(meeting, answer, note)) {
      throw new UserError(`Will you come to ${called(meeting)}: yes, no or maybe?`, {
        option: 'answer',
        buttons: rsvpAnswers(meeting.id),
      })
    }
    if (answer !== 'not here') refuseOtherHour(context, meeting, invitation, undoes)
    const isSame = answer === invitation.response
    // An answer that is given again keeps the note that stood beside it.
    const remark = isNone(note) ? null : (note ?? (isSame ? invitation.remark : null))
    const isNews = !isSame || remark !== invitation.remark || invitation.delegateId !== null
    // What says nothing new leaves the change before it to be taken back.
    if (isNews || colleague) context.about(`meeting:${meeting.id}`)
    if (colleague) return sendInstead(context, meeting, invitation, colleague)
    if (answer === 'here') return markPresent(context, meeting, invitation)
    if (answer === 'not here') return unmarkPresent(context, meeting, undoes)
    if (answer === 'unanswered') return unanswer(context, meeting, invitation)
    await takeBack(context, meeting, invitation)
    await respond(db, { meetingId: meeting.id, personId: caller.personId, response: answer, remark }, now)
    if (!isSame) await noteInHistory(context, meeting.id, rich`Answered ${answer}.`)
    if (answer === 'no' && !isSame && invitation.sentBy !== null)
      await tellSender(context, meeting, invitation.sentBy)
    return answeredCard(context, meeting, {
      ...{ answer, remark, before: invitation, isNews },
      notTaken: other === undefined ? besideBlocks(apart, typedNote) : otherBlocks(other, typedNote),
    })
  },
})

/** Raises `UserError` where the answer that an undo takes back was to an hour that the meeting has no more. */
function refuseOtherHour(
  { zone }: Context,
  meeting: Meeting,
  { response }: Invitation,
  undoes: string | undefined,
): void {
  if (undoes === undefined || undoes === markOfHour(meeting)) return
  const title = `${called(meeting)}, ${formatMoment(meeting.startsAt, zone)}`
  const stands = response === null ? `You have not answered ${title}.` : `You said ${response} to ${title}.`
  throw new UserError(`That answer was for another time. ${stands} Nothing was changed.`, {
    buttons: rsvpAnswers(meeting.id),
  })
}

function isNone(note: string | undefined): boolean {
  return /^(?:none|no note|-)$/i.test(note ?? '')
}

/** The number of another meeting that a note is about alone: `and no to M2`. */
function otherMeeting(id: number, note: string | undefined): number | undefined {
  const [, number] =
    /^,? ?(?:(?:and|but|also|not|no|yes|maybe) ){1,3}(?:to |for |at )?m(\d{1,9})[.!]?$/i.exec(note ?? '') ??
    []
  return number === undefined || Number(number) === id ? undefined : Number(number)
}

interface Beside {
  readonly answer: string
  readonly meeting: string
}

/** An answer to another meeting that is named in words: `no to the 17th`. */
function answerBeside(note: string | undefined): Beside | undefined {
  const [, answer, meeting] =
    /^(?:and |but )?(yes|no|maybe) (?:to|for) (\S.{1,80}?)[.!]?$/i.exec(note ?? '') ?? []
  return answer === undefined || meeting === undefined ? undefined : { answer: answer.toLowerCase(), meeting }
}

function besideBlocks(apart: Beside | undefined, note = ''): readonly Block[] {
  if (!apart) return []
  return [
    block.text(`Not taken: “${note}”. Each meeting is answered by itself:`),
    block.buttons(
      button(`Say ${apart.answer} to ${shorten(apart.meeting, 40)}`, 'meeting rsvp', { ...apart }),
    ),
  ]
}

/** An answer is to one meeting, so that the other is asked about. */
function otherBlocks(id: number, note = ''): readonly Block[] {
  return [
    block.text(`Not taken: “${note}”. Each meeting is answered by itself; M${id}:`),
    block.buttons(...rsvpAnswers(id)),
  ]
}

/**
 * `rsvp Leave No One Behind` and `rsvp OK Corral drill` name a meeting: what was read as an answer, in whatever word for
 * it, and a note are words of its title.
 */
function isTitle({ title }: Meeting, answer: string, note = ''): boolean {
  const [before, ...more] = note === '' ? [] : fold(title).split(fold(note))
  if (before === undefined || more.length === 0) return false
  const words = before.trim().split(/\s+/)
  return words.some((_, at) => wholeChoice(words.slice(at).join(' '), answers) === answer)
}

/** Takes an answer back, as if none had been given. */
async function unanswer(context: Context, meeting: Meeting, invitation: Invitation) {
  const { db, now, zone, caller } = context
  const title = called(meeting)
  const { response, remark } = invitation
  if (response === null) throw new UserError(`You have not answered ${title}; nothing was changed.`)
  await takeBack(context, meeting, invitation)
  const said = { meetingId: meeting.id, personId: caller.personId, response: null, remark: null }
  await respond(db, said, now)
  await noteInHistory(context, meeting.id, rich`Took the answer back.`)
  const back = { meeting: `M${meeting.id}`, answer: response, ...(remark === null ? {} : { note: remark }) }
  return message(
    rich`Taken back: you have not answered ${title}, ${moment(meeting.startsAt, zone)}.`,
    block.buttons(button(`Undo: back to ${response}`, 'meeting rsvp', back), ...rsvpAnswers(meeting.id)),
  )
}
