import type { Db } from '../../store/db.ts'

/** What a person did and answered: invitations, polls, meetings, actions and updates. */
export async function ownWork(db: Db, personId: number) {
  return { ...(await ownMeetings(db, personId)), ...(await ownWriting(db, personId)) }
}

async function ownMeetings(db: Db, personId: number) {
  return {
    invitations: await db
      .selectFrom('invitations as i')
      .innerJoin('meetings as m', 'm.id', 'i.meetingId')
      .leftJoin('people as d', 'd.id', 'i.delegateId')
      .select(['m.id as meeting', 'm.title', 'm.startsAt', 'i.as', 'i.guest', 'i.response', 'i.respondedAt'])
      .select(['i.remark', 'i.presentAt', 'd.name as delegate'])
      .where('i.personId', '=', personId)
      .orderBy('m.id')
      .execute(),
    pollAnswers: await db
      .selectFrom('pollVotes as v')
      .innerJoin('polls as p', 'p.id', 'v.pollId')
      .innerJoin('pollSlots as s', (join) =>
        join.onRef('s.pollId', '=', 'v.pollId').onRef('s.number', '=', 'v.number'),
      )
      .select(['p.id as poll', 'p.title', 's.startsAt', 'v.vote', 'v.votedAt'])
      .where('v.personId', '=', personId)
      .orderBy('p.id')
      .orderBy('s.number')
      .execute(),
    meetingsOrganized: await db
      .selectFrom('meetings')
      .select(['id as meeting', 'title', 'startsAt', 'status'])
      .where('organizerId', '=', personId)
      .orderBy('id')
      .execute(),
    standingInFor: await db
      .selectFrom('invitations as i')
      .innerJoin('meetings as m', 'm.id', 'i.meetingId')
      .innerJoin('people as p', 'p.id', 'i.personId')
      .select(['m.id as meeting', 'm.title', 'm.startsAt', 'p.name as invited'])
      .where('i.delegateId', '=', personId)
      .orderBy('m.id')
      .execute(),
    seriesOrganized: await db
      .selectFrom('meetingSeries')
      .select(['id as series', 'title', 'said', 'firstDay', 'endedFrom', 'createdAt'])
      .where('organizerId', '=', personId)
      .orderBy('id')
      .execute(),
    pollsOpened: await db
      .selectFrom('polls')
      .select(['id as poll', 'title', 'status', 'openedAt'])
      .where('openedBy', '=', personId)
      .orderBy('id')
      .execute(),
    raisedHands: await db
      .selectFrom('speakers')
      .select(['meetingId as meeting', 'raisedAt', 'calledAt', 'loweredAt'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
    objections: await db
      .selectFrom('objections')
      .select(['resolutionId as resolution', 'reason', 'raisedAt'])
      .where('personId', '=', personId)
      .orderBy('raisedAt')
      .execute(),
    changesOfMeetings: await db
      .selectFrom('meetingChanges')
      .select(['meetingId as meeting', 'what', 'changedAt'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
  }
}

async function ownWriting(db: Db, personId: number) {
  return {
    notesForMinutes: await db
      .selectFrom('meetingNotes')
      .select(['meetingId as meeting', 'body', 'audience', 'writtenAt', 'removedAt'])
      .where('writtenBy', '=', personId)
      .orderBy('id')
      .execute(),
    agendaItems: await db
      .selectFrom('agendaItems')
      .select(['meetingId as meeting', 'title', 'addedAt', 'removedAt'])
      .where('addedBy', '=', personId)
      .orderBy('id')
      .execute(),
    resolutionsProposed: await db
      .selectFrom('resolutions')
      .select(['meetingId as meeting', 'body', 'status', 'proposedAt'])
      .where('proposedBy', '=', personId)
      .orderBy('id')
      .execute(),
    textsUnderSilence: await db
      .selectFrom('silenceProcedures')
      .select(['body', 'status', 'brokenReason'])
      .where('openedBy', '=', personId)
      .orderBy('id')
      .execute(),
    silencesBroken: await db
      .selectFrom('silenceProcedures')
      .select(['body', 'brokenReason', 'decidedAt'])
      .where('brokenBy', '=', personId)
      .orderBy('id')
      .execute(),
    actions: await db
      .selectFrom('actionItems')
      .select(['id as action', 'meetingId as meeting', 'what', 'dueOn', 'status', 'createdAt', 'closedAt'])
      .where('ownerPerson', '=', personId)
      .orderBy('id')
      .execute(),
    updates: await db
      .selectFrom('updates')
      .select(['id as update', 'status', 'postedAt', 'comment'])
      .where('authorId', '=', personId)
      .orderBy('id')
      .execute(),
    messagesTaken: await db
      .selectFrom('messageSources as s')
      .innerJoin('identities as i', (join) =>
        join
          .onRef('i.platform', '=', 's.platform')
          .onRef('i.tenant', '=', 's.tenant')
          .onRef('i.account', '=', 's.account'),
      )
      .select(['s.platform', 's.said', 's.nowSays', 's.takenAt', 's.changedAt'])
      .where('i.personId', '=', personId)
      .orderBy('s.id')
      .execute(),
    versionsOfUpdates: await db
      .selectFrom('updateVersions')
      .select(['updateId as update', 'version', 'text', 'originalText', 'section', 'editedAt'])
      .where('editedBy', '=', personId)
      .orderBy('updateId')
      .orderBy('version')
      .execute(),
  }
}
