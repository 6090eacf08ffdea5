import type { Db } from '../../store/db.ts'

/** What the directory itself holds about a person: the record, its changes, how to reach them, who looked. */
export async function ownRecord(db: Db, personId: number) {
  const person = await db
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['p.id', 'p.name', 'p.email', 'p.emailFor', 'p.phone', 'p.phoneFor', 'p.title'])
    .select(['e.acronym as entity', 'p.since', 'p.station', 'p.country', 'p.languages'])
    .select(['p.zone', 'p.zoneFrom', 'p.locale', 'p.isSecretariat', 'p.isCoordinator'])
    .select(['p.addedAt', 'p.confirmedAt', 'p.retiredOn'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  const otherAddresses = await db
    .selectFrom('otherAddresses')
    .select('email')
    .where('personId', '=', personId)
    .orderBy('email')
    .execute()
  return {
    person: { ...person, otherAddresses: otherAddresses.map(({ email }) => email) },
    accounts: await db
      .selectFrom('identities')
      .select(['platform', 'tenant', 'account', 'linkedAt', 'via', 'fault', 'faultAt'])
      .where('personId', '=', personId)
      .orderBy('linkedAt')
      .execute(),
    linkRequests: await db
      .selectFrom('linkRequests')
      .select(['platform', 'tenant', 'account', 'askedAt', 'decidedAt', 'outcome'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
    // The codes themselves are secrets of which only a digest is kept.
    codesSent: await db
      .selectFrom('linkCodes')
      .select(['platform', 'tenant', 'account', 'email', 'expiresAt', 'tries', 'usedAt'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
    changesOfTheRecord: await db
      .selectFrom('directoryChanges')
      .select(['id', 'before', 'after', 'source', 'recordedAt'])
      .where('kind', '=', 'person')
      .where('recordId', '=', personId)
      .orderBy('id')
      .execute(),
    // Who reported it is theirs to tell.
    reportedAboutYou: await db
      .selectFrom('directoryReports')
      .select(['what', 'reportedAt', 'settledAt'])
      .where('kind', '=', 'person')
      .where('recordId', '=', personId)
      .orderBy('id')
      .execute(),
    reportedByYou: await db
      .selectFrom('directoryReports')
      .select(['kind', 'what', 'reportedAt', 'settledAt'])
      .where('reportedBy', '=', personId)
      .orderBy('id')
      .execute(),
    whoLookedYouUp: await db
      .selectFrom('disclosures as d')
      .innerJoin('people as v', 'v.id', 'd.viewerId')
      .leftJoin('entities as e', 'e.id', 'v.entityId')
      .select(['d.at', 'v.name as viewer', 'e.acronym as entity', 'd.fields', 'd.door'])
      .where('d.personId', '=', personId)
      .orderBy('d.id')
      .execute(),
  }
}
