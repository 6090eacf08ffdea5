import { secretariatPeople } from '../../db/directory/people.ts'
import { checkForgettable, forgetPerson } from '../../db/directory/personalData/forget.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { type Context, command, type Question } from '../define.ts'
import { endedTerms } from '../directory/edit/answer.ts'
import { askForNominee } from '../directory/seats/askForNominee.ts'
import { leftInHand } from '../directory/transfers/leftInHand.ts'

export const forget = command({
  name: 'forget',
  about: 'Leave the directory and have your data deleted; shows first what goes and what stays',
  options: {},
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen: 'and says what goes and what has to stay',
  examples: ['/profile forget'],
  async run(context) {
    const { db, caller, now, today } = context
    await checkForgettable(db, caller.personId)
    if (!context.confirmed) return question
    const { change, ended, seats, on } = await forgetPerson(db, caller.personId, today, {
      by: caller.personId,
      now,
      hasMail: context.hasMail,
    })
    const inHand = await leftInHand(db, caller.personId, now, true)
    context.about(`person:${caller.personId}`)
    const left = { personId: caller.personId, name: caller.name, seats, on, change }
    await tellSecretariat(context, left, inHand)
    if (caller.entityId !== null && caller.entityAcronym !== null) {
      await askForNominee(context, {
        ...left,
        entity: { id: caller.entityId, acronym: caller.entityAcronym },
      })
    }
    return message(
      'You are forgotten: no account is linked to you any more, this one included, and you have left the directory. The secretariat is told. Thank you for your work.',
      endedTerms(ended),
      block.text(`What stays for the record: ${stays}`),
    )
  },
})

const stays =
  'your name with the roles and seats that you held and their days, the updates that you posted, meetings, their minutes, attendance, votes and actions, what you entered or follow up in the library, work plans, reports, recommendations and projects, reminders that you set for a group, who changed the directory when, and the log of commands with the account that gave them. Others rely on these as the record of what was decided and published, and the log is how misuse is found.'

const question: Question = {
  kind: 'question',
  message: message(
    'You would leave the directory, and what I keep about you as a person would be forgotten. This cannot be taken back.',
    block.heading('What goes'),
    block.list([
      'your linked accounts: none of them can use the bot any more',
      'your e-mail addresses, telephone number, title, place and languages, also where the record of changes has them',
      'your settings, time zone, working hours, absences and calendar addresses',
      'your own reminders and snoozes, and what waits to be told to you',
      'what was written about you: reports, remarks, reasons; and who looked you up',
      'the roles and seats that you hold by name end today',
    ]),
    block.heading('What stays, and why'),
    block.text(`For the record: ${stays}`),
    block.text(
      'Messages, letters and files that were sent already, files that the directory was imported from, and backups are out of my reach; ask the secretariat about those.',
    ),
    block.text(
      'The secretariat is told that you asked. /profile export gives you a copy of everything before. Nothing has been changed yet.',
    ),
    block.buttons(button('A copy of my data first', 'profile export')),
  ),
  yes: 'Forget me',
  values: {},
}

/** The person who leaves is not told: no account is left to tell. */
async function tellSecretariat(
  context: Context,
  { personId, name, on, change }: { personId: number; name: string; on: string; change: number },
  inHand: readonly string[],
): Promise<void> {
  const entity = context.caller.entityAcronym
  const notice = message(
    rich`${name}${entity === null ? '' : ` (${entity})`} has asked to be forgotten and is out of the directory from ${formatDay(on)} on (D${change}). Accounts, addresses, settings and reminders are gone for good; the name stays with roles, updates, minutes and the other records.`,
    inHand.length > 0 ? block.text(`Left in hand: ${inHand.join(', ')}.`) : undefined,
    block.buttons(
      ...(inHand.length > 0
        ? [{ ...button('Hand over', 'directory handover', { what: `P${personId}` }), ask: true }]
        : []),
      button('The record of changes', 'directory audit', { about: `P${personId}` }),
    ),
  )
  const people = await secretariatPeople(context.db)
  context.notify(
    people
      .filter((id) => id !== personId)
      .map((id) => ({
        key: `forgotten:${change}:${id}`,
        personId: id,
        kind: 'forgotten',
        subject: `person:${personId}`,
        message: notice,
      })),
  )
}
