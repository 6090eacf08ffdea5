import { UserError } from '../../../src/core/errors.ts'
import type { Trx } from '../../store/db.ts'
import { restoreWithPerson } from '../busy/formerAddresses.ts'
import { type Change, type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'
import { moveEntries } from './entries.ts'
import { moveMeetingRecords } from './meetingRecords.ts'
import type { MergedPost, MergedRecord } from './merge.ts'
import { moveAccounts, moveAddresses, moveTerms } from './ownership.ts'
import { moveRequestsAndSettings } from './requestsAndSettings.ts'
import { moveWork, type Transfer } from './workInHand.ts'

interface Merged extends Transfer {
  readonly twin: MergedRecord
  readonly dropped: readonly MergedPost[]
}

/** Splits a merged record into the two that it was made of. */
export async function revertMerge(
  trx: Trx,
  { id, recordId, before }: Change,
  recorder: Recorder,
): Promise<number> {
  const merged = before as Merged | null
  if (merged === null) throw new UserError(`D${id} took a merge back. Merge them again. Nothing was changed.`)
  const { from, to, twin, dropped } = merged
  await stamp(trx, recorder)
  if (twin.email !== null) {
    await trx
      .deleteFrom('otherAddresses')
      .where('email', '=', twin.email)
      .where('personId', '=', to)
      .execute()
  }
  await moveAddresses(trx, twin.otherEmails, from)
  await moveTerms(trx, twin, from)
  await moveWork(trx, twin.things, { from: to, to: from })
  if (twin.traces) await moveMeetingRecords(trx, twin.traces, { from: to, to: from })
  if (twin.entries) await moveEntries(trx, twin.entries, { from: to, to: from })
  if (twin.marks) await moveRequestsAndSettings(trx, twin.marks, { from: to, to: from })
  await moveAccounts(trx, twin.accounts, from)
  for (const { entityId, during } of dropped) {
    await trx
      .insertInto('posts')
      .values({ personId: from, entityId, during, recordedBy: recorder.by, recordedAt: recorder.now })
      .execute()
  }
  await trx
    .updateTable('people')
    .set({
      email: twin.email,
      mergedInto: null,
      retiredOn: twin.retiredOn,
      isSecretariat: twin.isSecretariat,
      isCoordinator: twin.isCoordinator,
    })
    .where('id', '=', from)
    .execute()
  if (twin.calendar) await restoreWithPerson(trx, from, recorder.now)
  return recordChange(
    trx,
    { kind: 'merge', recordId, before: null, after: { from, to, takenBack: id } },
    recorder,
  )
}
