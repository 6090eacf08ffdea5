import { readersOf } from '../../../db/directory/hours/readers.ts'
import { colleagues, personByShownEmail } from '../../../db/directory/people.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import {
  inviteAddress,
  inviteGuests,
  nameGuest,
  withdrawAddress,
  withdrawGuests,
} from '../../../db/meetings/invited/meetingGuests.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { type Button, block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import type { EntityRef, PersonRef } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { readMailbox } from '../../../src/directory/email.ts'
import type { Context } from '../../define.ts'
import { isMany, questionTo, type Told } from '../../records/askWhereMany.ts'
import { called } from '../called.ts'
import { meetingFields, rsvpButtons } from '../card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { preview } from '../plan/preview.ts'

export interface GuestsNamed {
  readonly invite?: readonly EntityRef[] | undefined
  readonly guest?: PersonRef | undefined
  readonly email?: string | undefined
  readonly withdraw: boolean
}

const mostOfEntity = 50

/** Invites guests to one meeting, or takes them off it: entities, a person, or an address outside the directory. */
export async function changeGuests(
  context: Context,
  meeting: Meeting,
  { invite = [], guest, email, withdraw }: GuestsNamed,
): Promise<Message | Question> {
  const { db } = context
  const mailbox = email === undefined ? undefined : readMailbox(email)
  // If the caller may not see whose address this is, it is treated as unknown: any other answer would reveal the owner.
  const known =
    mailbox && (await personByShownEmail(db, mailbox.email, viewerOf(context.caller, context.today)))
  const ids = [...(guest ? [guest.id] : []), ...(known ? [known.id] : [])]
  for (const entity of invite) ids.push(...(await everyoneOf(context, entity)))
  // Somebody invited by this address may have been added to the directory since.
  const outside =
    mailbox && (withdraw || !known)
      ? { meetingId: meeting.id, email: mailbox.email, name: mailbox.name ?? null }
      : undefined
  if (outside && !withdraw && !context.hasMail) throw noMail()
  const told = ids.map((personId) => ({ personId }))
  if (isMany(context, told))
    return withdraw ? askToWithdraw(context, meeting, told) : askToInvite(context, meeting, ids)
  const people = withdraw
    ? await withdrawGuests(db, meeting.id, ids)
    : await inviteGuests(db, meeting.id, ids)
  const mailed = outside !== undefined && (await changeOutside(context, outside, withdraw))
  if (people.length === 0 && !mailed) {
    if (outside && !withdraw && (await nameGuest(db, outside)))
      return message(
        rich`A guest of M${meeting.id} ${meeting.title} by e-mail is ${outside.name ?? ''} from now on.`,
      )
    throw new UserError(
      withdraw
        ? `None of them is a guest of ${called(meeting)}; nothing was changed.`
        : `Nobody was added to ${called(meeting)}: all of them are invited already, or nobody stands for them.`,
    )
  }
  tell(context, meeting, people, withdraw)
  context.about(`meeting:${meeting.id}`)
  const named = (guest: string) => [...people.map((one) => one.name), ...(mailed ? [guest] : [])].join(', ')
  // What they are called is for those who invite; the history is for all who are invited.
  const noted = named('a guest by e-mail')
  const text = mailbox?.name === undefined ? noted : named(`${mailbox.name} by e-mail`)
  await noteInHistory(
    context,
    meeting.id,
    withdraw ? rich`No longer guests: ${noted}.` : rich`Invited as guests: ${noted}.`,
  )
  return message(
    withdraw
      ? rich`No longer guests of M${meeting.id} ${meeting.title}: ${text}.`
      : rich`Guests of M${meeting.id} ${meeting.title}: ${text}.`,
    block.text(
      mailed
        ? `${counted(people.length, 'person is', 'people are')} told here; the guest outside the directory by e-mail.`
        : `${counted(people.length, 'person is', 'people are')} told.`,
    ),
    block.buttons(undoOf(meeting, { invite, guest, email, withdraw })),
  )
}

/** Whether an address outside the directory was invited, or taken off; false where it stands so already. */
async function changeOutside(
  { db, now, caller }: Context,
  outside: Parameters<typeof inviteAddress>[1],
  withdraw: boolean,
): Promise<boolean> {
  return withdraw ? withdrawAddress(db, outside, now) : inviteAddress(db, outside, caller.personId, now)
}

function noMail(): UserError {
  return new UserError(
    'No outgoing mail is set up here, so nobody outside the directory can be invited. Nothing was changed.',
    { option: 'email' },
  )
}

/** Shows many guests before they are invited, and how the hour suits them. */
async function askToInvite(context: Context, meeting: Meeting, ids: readonly number[]): Promise<Question> {
  const { db, zone } = context
  const people = await readersOf(db, ids)
  const what = rich`Invite ${counted(people.length, 'person', 'people')} to ${meeting.title} (M${meeting.id}), ${moment(meeting.startsAt, zone)}, as guests, except those who are invited already?`
  return {
    kind: 'question',
    message: await preview(context, what, { time: meeting, room: meeting, people, clashing: [] }),
    yes: 'Invite them',
    values: {},
  }
}

function askToWithdraw(context: Context, meeting: Meeting, people: readonly Told[]): Promise<Question> {
  return questionTo(context, people, {
    what: rich`Take ${counted(people.length, 'person', 'people')} off ${meeting.title} (M${meeting.id}) and tell those of them who are its guests?`,
    neededBy: meeting.startsAt,
    yes: 'Take them off',
  })
}

function undoOf({ id }: Meeting, { invite = [], guest, email, withdraw }: GuestsNamed): Button {
  const values = {
    meeting: `M${id}`,
    ...(invite.length > 0 ? { invite: invite.map(({ acronym }) => acronym).join(', ') } : {}),
    ...(guest ? { guest: guest.email ?? `P${guest.id}` } : {}),
    ...(email === undefined ? {} : { email }),
  }
  return withdraw
    ? button('Undo: invite them again', 'meeting attendees', values)
    : button('Undo: take them off', 'meeting attendees', { ...values, withdraw: 'yes' })
}

/** Raises `UserError` for more people than are invited at once, rather than leaving some out. */
async function everyoneOf({ db }: Context, { id, acronym }: EntityRef): Promise<readonly number[]> {
  const people = await colleagues(db, id, mostOfEntity + 1)
  if (people.length > mostOfEntity)
    throw new UserError(
      `${acronym} has more than ${mostOfEntity} people in the directory; name those who are meant (guest:). Nothing was changed.`,
      { option: 'invite' },
    )
  return people.map((one) => one.id)
}

function tell(
  { notify }: Context,
  meeting: Meeting,
  people: readonly { readonly id: number; readonly zone: string }[],
  withdraw: boolean,
): void {
  notify(
    people.map(({ id, zone }) => ({
      key: `guest:${meeting.id}:${id}:${eachTime}`,
      personId: id,
      kind: 'invitation',
      subject: `meeting:${meeting.id}`,
      message: withdraw
        ? message(rich`You are no longer invited: ${meeting.title}, ${moment(meeting.startsAt, zone)}.`)
        : message(
            rich`You are invited as a guest: ${meeting.title}, ${moment(meeting.startsAt, zone)}.`,
            meetingFields(meeting, zone),
            rsvpButtons(meeting.id),
          ),
      uselessAfter: meeting.startsAt,
    })),
  )
}
