import type { Db } from '../../store/db.ts'
import { keptAddresses } from '../busy/formerAddresses.ts'

/** What a person set for themselves, what they are reminded of, and what they were told. */
export async function ownSettings(db: Db, personId: number, now: Date) {
  return {
    workingHours: await db
      .selectFrom('personHours')
      .select(['workFrom', 'workTo', 'workingDays', 'country'])
      .where('personId', '=', personId)
      .execute(),
    absences: await db
      .selectFrom('personAway as a')
      .leftJoin('people as p', 'p.id', 'a.alternateId')
      .select(['a.firstDay', 'a.lastDay', 'p.name as alternate'])
      .where('a.personId', '=', personId)
      .orderBy('a.firstDay')
      .execute(),
    // Not the address itself: whoever reads the export over somebody's shoulder could read their calendar.
    busyCalendar: await db
      .selectFrom('busyAddresses')
      .select(['host', 'setAt', 'readAt', 'fault'])
      .where('personId', '=', personId)
      .execute(),
    formerCalendars: await keptAddresses(db, personId, now),
    busyTimes: await db
      .selectFrom('busyTimes')
      .select(['startsAt', 'endsAt'])
      .where('personId', '=', personId)
      .orderBy('startsAt')
      .execute(),
    reminderSettings: await db
      .selectFrom('reminderSettings')
      .select(['leads', 'leadDays', 'quietFrom', 'quietTo', 'digestAt', 'via', 'weekly', 'setAt'])
      .where('personId', '=', personId)
      .execute(),
    notRemindedOf: await db
      .selectFrom('unsubscribed')
      .select(['rule', 'at'])
      .where('personId', '=', personId)
      .orderBy('rule')
      .execute(),
    reminders: await db
      .selectFrom('reminders as r')
      .leftJoin('workingGroups as g', 'g.id', 'r.groupId')
      .select(['r.id', 'r.text', 'r.note', 'r.at', 'r.zone', 'r.said', 'r.urgent', 'r.status', 'r.createdAt'])
      .select('g.acronym as group')
      .where('r.personId', '=', personId)
      .orderBy('r.id')
      .execute(),
    snoozes: await db
      .selectFrom('snoozes as s')
      .innerJoin('notices as n', 'n.id', 's.noticeId')
      .select(['n.kind', 'n.subject', 's.until', 's.status', 's.createdAt'])
      .where('s.personId', '=', personId)
      .orderBy('s.id')
      .execute(),
    // The addresses themselves are secrets of which only a digest is kept.
    calendarAddresses: await db
      .selectFrom('calendarFeeds as f')
      .leftJoin('workingGroups as g', 'g.id', 'f.groupId')
      .select(['f.scope', 'g.acronym as group', 'f.createdAt', 'f.revokedAt'])
      .where('f.personId', '=', personId)
      .orderBy('f.id')
      .execute(),
    toldToYou: await db
      .selectFrom('notices as n')
      .leftJoin('sent as s', 's.noticeId', 'n.id')
      .select(['n.kind', 'n.subject', 'n.createdAt'])
      .select((eb) => [
        eb.case().when('s.noticeId', 'is', null).then(eb.ref('n.state')).else('sent').end().as('state'),
        eb.fn.coalesce('s.at', 'n.sentAt').as('sentAt'),
      ])
      .where('n.personId', '=', personId)
      .orderBy('n.id')
      .execute(),
    commandsYouUsed: await db
      .selectFrom('audit')
      .select(['at', 'platform', 'account', 'command', 'subject', 'outcome'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
  }
}
