import type { Db } from '../../store/db.ts'

/** What a person entered and changed in the library, work plans, reports, recommendations and projects. */
export async function ownEntries(db: Db, personId: number) {
  return {
    libraryItemsAdded: await db
      .selectFrom('libraryItems')
      .select(['id as item', 'title', 'link', 'purpose', 'topics', 'addedAt', 'removed'])
      .where('addedBy', '=', personId)
      .orderBy('id')
      .execute(),
    workPlanned: await db
      .selectFrom('workItems as w')
      .innerJoin('workingGroups as g', 'g.id', 'w.groupId')
      .select(['w.id as item', 'g.acronym as group', 'w.year', 'w.what', 'w.addedAt', 'w.removed'])
      .where('w.addedBy', '=', personId)
      .orderBy('w.id')
      .execute(),
    reportsWritten: await db
      .selectFrom('recordChanges as c')
      .innerJoin('reportParts as r', 'r.id', 'c.recordId')
      .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
      .select(['g.acronym as group', 'r.year', 'r.heading', 'c.after as became', 'c.changedAt'])
      .where('c.kind', '=', 'report-part')
      .where('c.changedBy', '=', personId)
      .orderBy('r.id')
      .orderBy('c.number')
      .execute(),
    reportDaysSet: await db
      .selectFrom('reportYears')
      .select(['year', 'dueOn', 'setAt'])
      .where('setBy', '=', personId)
      .orderBy('year')
      .execute(),
    recommendationsToFollowUp: await db
      .selectFrom('recommendations')
      .select(['id as recommendation', 'body', 'country', 'dueOn', 'status', 'removed'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
    recommendationsRecorded: await db
      .selectFrom('recommendations')
      .select(['id as recommendation', 'body', 'country', 'addedAt', 'removed'])
      .where('addedBy', '=', personId)
      .orderBy('id')
      .execute(),
    projectsAdded: await db
      .selectFrom('projects')
      .select(['id as project', 'title', 'addedAt', 'removed'])
      .where('addedBy', '=', personId)
      .orderBy('id')
      .execute(),
    // What stood there before is others' words.
    changesOfRecords: await db
      .selectFrom('recordChanges')
      .select(['kind', 'recordId as record', 'after as became', 'note', 'changedAt'])
      .where('kind', '<>', 'report-part')
      .where('changedBy', '=', personId)
      .orderBy('kind')
      .orderBy('recordId')
      .orderBy('number')
      .execute(),
  }
}
