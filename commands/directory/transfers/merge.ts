import { busyCalendarOf } from '../../../db/directory/busy/addresses.ts'
import { formerDays } from '../../../db/directory/busy/formerAddresses.ts'
import { reachablePerson } from '../../../db/directory/identities.ts'
import { clashesOf } from '../../../db/directory/transfers/clashes.ts'
import { type MergedRecord, mergePeople, twinOf } from '../../../db/directory/transfers/merge.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../db/directory/visibility/card.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command, found } from '../../define.ts'
import { revertButton } from '../edit/answer.ts'
import { recorderOf } from '../edit/recorderOf.ts'
import { tellMerged } from '../told/merged.ts'
import { entryWords, meetingRecordWords, requestWords, workWords } from './loadWords.ts'

export const merge = command({
  name: 'merge',
  about: 'Merge two records of one person; what the first holds goes to the other',
  options: {
    person: required(option.person({ about: 'The record to merge' })),
    into: required(option.person({ about: 'The record to keep' })),
    source: option.text({ about: 'How you know that they are the same person', max: 200 }),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  examples: ['/directory merge focal.who@compact.example into:focal.iom@compact.example'],
  async run(context, { person, into, source }) {
    const { db, caller, now, today } = context
    if (person.id === into.id) throw new UserError('That is one record already. Nothing was changed.')
    const viewer = viewerOf(caller, today)
    const gone = found(await personCard(db, person.id, today, viewer), 'such person')
    const kept = found(await personCard(db, into.id, today, viewer), 'such person')
    if (kept.retiredOn !== null) {
      throw new UserError(
        `${kept.name} is retired. Merge into the record that is in use. Nothing was changed.`,
        {
          option: 'into',
        },
      )
    }
    const hands = { from: person.id, to: into.id }
    const [clash, ...others] = await clashesOf(db, hands)
    if (clash !== undefined) {
      throw new UserError(
        `${gone.name} and ${kept.name} both hold ${[clash, ...others].join(', ')} on some of the same days. End one of the two first: /wg release … person:P${person.id} for a role, /directory handover P${person.id} for all. Nothing was changed.`,
      )
    }
    const calendar = (await busyCalendarOf(db, person.id, now)) !== undefined
    const twin = { ...(await twinOf(db, hands, now)), calendar }
    // Who may not see an address learns no more than that there is one.
    const isShown = gone.email !== null
    const mailboxes = [...(twin.email === null ? [] : [twin.email]), ...twin.otherEmails]
    if (isShown && mailboxes.length > 0) context.disclosed([{ personId: person.id, fields: ['email'] }])
    const lines = twinWords(twin, isShown)
    if (!context.confirmed) {
      return {
        kind: 'question',
        message: message(
          rich`${gone.name}${gone.entityAcronym ? ` (${gone.entityAcronym})` : ''}, P${person.id}, would become part of ${kept.name}${kept.entityAcronym ? ` (${kept.entityAcronym})` : ''}, P${into.id}. It would take over:`,
          block.list(lines),
          block.text(
            `The record P${person.id} stays as history, and the merge can be taken back. Nothing has been changed yet.`,
          ),
        ),
        yes: 'Merge',
        values: { person: `P${person.id}`, into: `P${into.id}` },
      }
    }
    const sides = {
      twin: await reachablePerson(db, person.id),
      kept: await reachablePerson(db, into.id),
    }
    const change = await mergePeople(db, hands, today, recorderOf(context, source))
    context.about(`person:${into.id}`)
    const told = tellMerged(context, sides, { change, takenBack: false })
    return message(
      rich`${gone.name}, P${person.id}, is now part of ${kept.name}, P${into.id}.`,
      block.list(lines),
      ...told,
      block.buttons(button('Show', 'directory person', { person: `P${into.id}` }), revertButton(change)),
    )
  },
})

function twinWords(twin: MergedRecord, isShown: boolean): readonly string[] {
  const { email, otherEmails, accounts, roles, seats, posts, things, traces, entries, marks, calendar } = twin
  const mailboxes = [...(email === null ? [] : [email]), ...otherEmails]
  const lines = [
    ...(mailboxes.length > 0
      ? [`as another mailbox: ${isShown ? mailboxes.join(', ') : 'an address that is not shown to you'}`]
      : []),
    ...(accounts.length > 0 ? [counted(accounts.length, 'linked account')] : []),
    ...(roles.length > 0 ? [counted(roles.length, 'role')] : []),
    ...(seats.length > 0 ? [counted(seats.length, 'seat')] : []),
    ...(posts.length > 0 ? [counted(posts.length, 'entity stood for', 'entities stood for')] : []),
    ...workWords(things),
    ...(traces ? meetingRecordWords(traces) : []),
    ...(entries ? entryWords(entries) : []),
    ...(marks ? requestWords(marks) : []),
    ...(calendar
      ? [`not the address of their calendar, which is kept for ${formerDays} days to take this back`]
      : []),
  ]
  return lines.length > 0 ? lines : ['nothing but the name']
}
