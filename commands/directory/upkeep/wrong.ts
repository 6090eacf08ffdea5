import { entityOfPerson, nameOfPerson, secretariatPeople } from '../../../db/directory/people.ts'
import { addReport, lockReport, settleReport, settlerOf } from '../../../db/directory/upkeep/reports.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { command, found } from '../../define.ts'
import { mayLookAfter } from '../edit/rights.ts'
import { isMe, readRecord } from '../record/readRecord.ts'
import { correctorsOf } from './correctors.ts'

/** What one person may have reported that nobody has settled yet. */
const mostOpen = 20

export const wrong = command({
  name: 'wrong',
  about: 'Report something that looks wrong; it goes to whoever can correct it',
  options: {
    record: required(option.text({ about: 'Which person or entity', max: 200, names: ['entity', 'person'] })),
    what: required(option.text({ about: 'What is wrong with it', max: 1000, multiline: true })),
  },
  access: anyone,
  changes: true,
  examples: ['/directory wrong focal.who@compact.example what:"She has moved to another unit"'],
  async run(context, { record, what }) {
    const { db, caller, now } = context
    const named = isMe(record)
      ? { kind: 'person' as const, id: caller.personId, label: caller.name }
      : await readRecord(context, record, ['entity', 'group', 'person'], 'record')
    if (named.kind === 'group') throw isGroup(named.label)
    const report = {
      kind: named.kind,
      recordId: named.id,
      what,
      reportedBy: caller.personId,
      reportedAt: now,
    }
    const id = await addReport(db, report, mostOpen)
    if (id === undefined) {
      throw new UserError(
        `You have ${mostOpen} reports that nobody has settled yet. Write to the secretariat. Nothing was changed.`,
      )
    }
    context.about(`${named.kind}:${named.id}`)
    const person = named.kind === 'person'
    const told = person
      ? await correctorsOf(context, await entityOfPerson(db, named.id))
      : await secretariatPeople(db)
    const notice = message(
      rich`W${id}: ${caller.name}${caller.entityAcronym ? ` (${caller.entityAcronym})` : ''} says that something is wrong with what is on record about ${named.label}: “${what}”`,
      block.buttons(
        {
          ...(person
            ? button('Change', 'directory edit person', { person: `P${named.id}` }, 'primary')
            : button('Change', 'directory edit entity', { entity: named.label }, 'primary')),
          ask: true,
        },
        ...(person
          ? [button('They have left', 'directory retire person', { person: `P${named.id}` }, 'danger')]
          : []),
        button('It is settled', 'directory settle', { report: `W${id}` }),
      ),
    )
    context.notify(
      told.map((personId) => ({
        key: `directory-report:${id}:${personId}`,
        personId,
        kind: 'directory-report',
        subject: `${named.kind}:${named.id}`,
        message: notice,
      })),
    )
    return message(
      rich`Thank you. W${id}, about ${named.label}, is with whoever can correct it; you will hear from me when it is settled.`,
    )
  },
})

/** What a report of a working group is answered with: its chairs and the secretariat keep it, and nobody else. */
function isGroup(label: string): UserError {
  return new UserError(
    `${label} is a working group. Write to its chairs or to the secretariat, who keep its record. Nothing was changed.`,
    { option: 'record', buttons: [button(`Show ${label}`, 'wg show', { wg: label })] },
  )
}

export const settle = command({
  name: 'settle',
  about: 'Settle a report of something wrong; whoever reported it is told',
  options: {
    report: required(option.record({ about: 'The number of the report, such as W3', prefix: 'W' })),
    note: option.text({ about: 'What was done about it', max: 500 }),
  },
  access: anyone,
  changes: true,
  examples: ['/directory settle W1'],
  async run(context, { report: number, note }) {
    const { db, caller, now } = context
    const open = await lockReport(db, number)
    const settler = open ? undefined : await settlerOf(db, number)
    // Whoever may not read a report learns nothing of it.
    if (settler !== undefined && caller.isSecretariat)
      throw new UserError(`W${number} was settled by ${settler} already; nothing was changed.`)
    const report = found(open, `open report W${number}`)
    mayLookAfter(caller, [report.kind === 'person' ? await entityOfPerson(db, report.recordId) : null])
    await settleReport(db, report.id, caller.personId, now)
    context.about(`${report.kind}:${report.recordId}`)
    const about = report.kind === 'person' ? await nameOfPerson(db, report.recordId) : 'the entity'
    if (report.reportedBy !== caller.personId) {
      context.notify([
        {
          key: `directory-report:${report.id}:settled`,
          personId: report.reportedBy,
          kind: 'directory-report',
          subject: `${report.kind}:${report.recordId}`,
          message: message(
            rich`${caller.name} has settled W${report.id}, your report on ${about}: “${report.what}”${note ? rich` ${note}` : ''}`,
          ),
        },
      ])
    }
    return message(rich`W${report.id} is settled.`)
  },
})
