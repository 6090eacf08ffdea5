import { UserError } from '../../../src/core/errors.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { keepFormerAddress } from '../busy/formerAddresses.ts'
import { type EndedSeat, endSeatsOf, keptSeat } from '../seats/seats.ts'
import { type Recorder, recordChange } from './changes.ts'
import type { SavedRecord } from './entity.ts'
import { keepSecretariat, lockPerson } from './person.ts'
import { stamp } from './stamp.ts'
import { type EndedTerm, endTermsOf } from './terms.ts'

export interface RetirementOutcome extends SavedRecord {
  readonly ended: readonly EndedTerm[]
  readonly seats: readonly EndedSeat[]
  /** The server of their calendar, whose address is no longer kept; null where they gave none. */
  readonly calendar: string | null
}

/** Retires a person and ends the terms that they hold by name. Raises `UserError` as `endTermsOf` does. */
export async function retirePerson(
  trx: Trx,
  id: number,
  on: Day,
  recorder: Recorder,
): Promise<RetirementOutcome> {
  const current = await lockPerson(trx, id)
  if (current.retiredOn !== null) {
    throw new UserError(
      `${current.name} has been retired since ${formatDay(current.retiredOn)}. Nothing was changed.`,
    )
  }
  if (current.since !== null && on <= current.since) {
    throw new UserError(
      `${current.name} is on record since ${formatDay(current.since)}. Give a later day. Nothing was changed.`,
      { option: 'on' },
    )
  }
  if (current.isSecretariat) await keepSecretariat(trx, id)
  await stamp(trx, recorder)
  const ended = await endTermsOf(trx, { kind: 'person', id, label: current.name }, on)
  const seats = await endSeatsOf(trx, id, on)
  const kept = await keepFormerAddress(trx, id, { now: recorder.now, retired: true })
  const calendar = kept?.host ?? null
  await trx.updateTable('people').set({ retiredOn: on }).where('id', '=', id).execute()
  const change = await recordChange(
    trx,
    {
      kind: 'person',
      recordId: id,
      before: {
        retiredOn: null,
        terms: ended.map((term) => ({ id: term.id, during: term.during })),
        seats: seats.map(keptSeat),
        ...(calendar === null ? {} : { calendar: true }),
      },
      after: { retiredOn: on },
    },
    recorder,
  )
  return { id, change, ended, seats, calendar }
}
