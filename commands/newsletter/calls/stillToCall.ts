import { silentPeople } from '../../../db/newsletter/calls/silent.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { WaitingFiring } from '../../../src/core/feature/rule.ts'
import type { UpdateCall } from './due.ts'

/** A call that waited is still true while its entity has not answered, and its reader is of the entity. */
export async function stillToCall(
  trx: Trx,
  waited: readonly WaitingFiring[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const silent = await silentPeople(trx, now)
  const readers = new Set(silent.map((one) => `${issueAndEntity(one)}:${one.personId}`))
  return new Set(
    waited.filter(({ key, personId }) => readers.has(`${entityOf(key)}:${personId}`)).map(({ key }) => key),
  )
}

/** Who is called first by now, where the one who was to be called has left the entity. */
export async function calledInstead(
  trx: Trx,
  waited: readonly WaitingFiring[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const silent = await silentPeople(trx, now)
  const found = new Map<string, number>()
  for (const { key, personId } of waited) {
    const people = silent.filter((one) => issueAndEntity(one) === entityOf(key))
    const first = people.find(({ place }) => place === 1)
    if (first && !people.some((one) => one.personId === personId)) found.set(key, first.personId)
  }
  return found
}

function issueAndEntity({ newsletterId, entityId }: Pick<UpdateCall, 'newsletterId' | 'entityId'>): string {
  return `${newsletterId}:${entityId}`
}

/** The issue and the entity of a key. */
export function entityOf(key: string): string {
  return key.split(':').slice(1, 3).join(':')
}

/** Of calls that waited, those from which nothing has come, to the people of their keys or else those called first. */
export async function callsAsNow(
  trx: Trx,
  waited: readonly WaitingFiring[],
  now: Date,
): Promise<readonly UpdateCall[]> {
  const silent = await silentPeople(trx, now)
  return waited.flatMap(({ key, subject, personId }) => {
    const people = silent.filter((one) => issueAndEntity(one) === entityOf(key))
    const one = people.find((each) => each.personId === personId) ?? people.find(({ place }) => place === 1)
    return one ? [{ ...one, key, subject, dueAt: now, endsAt: one.closesAt }] : []
  })
}
