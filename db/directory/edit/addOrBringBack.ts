import type { Trx } from '../../store/db.ts'
import { restoreWithPerson } from '../busy/formerAddresses.ts'
import type { Recorder } from './changes.ts'
import type { SavedRecord } from './entity.ts'
import { addPerson, changePerson, type PersonFields, type PersonPatch } from './person.ts'
import { undoneAddition } from './undoneAddition.ts'

/** Adds a person, or brings back one whose addition was taken back. Raises `UserError` where the address is somebody else's. */
export async function addOrBringBack(
  trx: Trx,
  given: PersonFields & PersonPatch,
  recorder: Recorder,
): Promise<SavedRecord> {
  const [found] =
    given.email === null
      ? []
      : await trx
          .selectFrom('people')
          .select('id')
          .where('email', '=', given.email)
          .where('retiredOn', 'is not', null)
          .execute()
  const undone = await undoneAddition(trx, 'person', found)
  if (!undone) return addPerson(trx, given, recorder)
  // It begins on the day of its addition, of which its new place may not be told apart otherwise.
  const back = await changePerson(
    trx,
    undone.id,
    { retiredOn: null },
    { ...recorder, reverts: undone.change },
  )
  if (!back) throw new Error('a person whose addition was taken back is not retired')
  await restoreWithPerson(trx, undone.id, recorder.now)
  await changePerson(trx, undone.id, given, recorder, 'mistake')
  return { id: undone.id, change: back.change, again: true }
}
