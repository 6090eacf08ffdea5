import { identify, refreshCaller } from '../../../db/directory/identify.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Caller } from '../../core/feature/caller.ts'
import type { Invocation, Profile } from '../../core/invocation.ts'
import type { Services } from '../services.ts'

/** The person of an account; null for an unknown one. Stores what the platform tells of the account. */
export async function identifyCaller(
  trx: Trx,
  { caller: account, vouchedEmail, profile }: Pick<Invocation, 'caller' | 'vouchedEmail' | 'profile'>,
  now: Date,
): Promise<Caller | null> {
  const caller = await identify(trx, { ...account, vouchedEmail: vouchedEmail ?? null }, now)
  return caller && profile ? refreshCaller(trx, account, caller, profile, now) : caller
}

/** As `identifyCaller`, for commands that only look: a cached answer is good enough. */
export async function recallCaller(
  { callers, store }: Pick<Services, 'callers' | 'store'>,
  { caller: account, vouchedEmail, profile }: Pick<Invocation, 'caller' | 'vouchedEmail' | 'profile'>,
  now: Date,
): Promise<Caller | null> {
  const caller = await callers.find(store.lookUps, account, vouchedEmail ?? null)
  if (!caller || !profile || !bringsNews(caller, profile)) return caller
  const met = await store.kysely
    .transaction()
    .execute((trx) => refreshCaller(trx, account, caller, profile, now))
  callers.forget()
  return met
}

/** Whether `refreshCaller` would write anything. */
export function bringsNews(caller: Caller, { zone, locale }: Profile): boolean {
  return (
    !caller.linked ||
    caller.fault !== null ||
    (caller.zoneFrom !== 'own' &&
      zone !== undefined &&
      (zone !== caller.zone || caller.zoneFrom !== 'platform')) ||
    (locale !== undefined && locale !== caller.locale)
  )
}

/** The caller that a command open to everyone gets for an unknown account. */
export const stranger: Caller = {
  personId: 0,
  name: '',
  email: null,
  zone: 'UTC',
  locale: null,
  isSecretariat: false,
  isCoordinator: false,
  entityId: null,
  entityAcronym: null,
  roles: [],
  linked: false,
  zoneFrom: 'directory',
  fault: null,
}
