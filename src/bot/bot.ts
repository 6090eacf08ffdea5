import { identify, meet } from '../../db/directory/identify.ts'
import { markUnreachable, nameOfAccount, refreshProfile } from '../../db/directory/identities.ts'
import { recordAudits } from '../../db/ledger/audit.ts'
import { openHomes } from '../../db/ledger/kept.ts'
import { markRoom, roomsOfAccount, roomsOfTenant } from '../../db/meetings/rooms.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Adapter, Host } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import { dayOf } from '../core/time/day.ts'
import { alertSecretariat, roomAlert } from '../delivery/alert.ts'
import { deliver } from '../delivery/deliver.ts'
import { createJobs } from '../delivery/jobs.ts'
import { tick } from '../delivery/ticks.ts'
import { dispatch } from '../dispatch/dispatch.ts'
import type { Feature, Services } from '../dispatch/services.ts'
import type { Log } from '../process/log.ts'
import type { Mailer } from '../process/mail.ts'
import { createSeal, type Seal } from '../process/seal.ts'
import { suggest } from '../suggest/suggest.ts'
import { gathered } from './batched.ts'
import { cardOf } from './card.ts'
import { gatherings } from './gatherings.ts'
import { homePage } from './home.ts'
import { createKeep } from './keep.ts'

export interface Bot extends Host {
  readonly services: Services
  /** The adapters that deliver; each is named once. */
  join(adapter: Adapter): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Enters what is due now and works off all deliveries; resolves when none is left. */
  settle(options: { readonly ticks: boolean }): Promise<void>
}

/** The bot without its platforms: features, dispatcher, jobs and ticks over one store and one clock. */
export function createBot({
  features,
  store,
  clock,
  log,
  mailer,
  seal = createSeal([]),
}: {
  readonly features: readonly Feature[]
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly mailer?: Mailer
  readonly seal?: Seal
}): Bot {
  const adapters: Adapter[] = []
  const db = store.kysely
  const jobs = createJobs(
    store,
    {
      deliver: (job) => deliver({ store, clock, log, adapters: () => adapters, alert }, job),
      mail: async (letter) => mailer?.(letter),
    },
    log,
    () => Math.max(1, ...adapters.map(({ lanes }) => lanes)),
  )
  const services: Services = {
    store,
    clock,
    features,
    jobs,
    log,
    hasMail: mailer !== undefined,
    looked: gathered((entries) => recordAudits(db, entries)),
    changed(change) {
      for (const adapter of adapters) adapter.changed(change)
    },
  }
  const alert: Host['alert'] = (key, message) => alertSecretariat(services, key, message)
  return {
    services,
    catalog: features,
    clock,
    keep: createKeep(db, clock, seal),
    alert,
    dispatch: (invocation) => dispatch(services, invocation),
    suggest: (asked) => suggest(db, clock.now(), asked),
    async home({ caller: account, vouchedEmail, profile }) {
      const now = clock.now()
      const known = await identify(db, { ...account, vouchedEmail: vouchedEmail ?? null }, now)
      const caller =
        known && profile
          ? await db.transaction().execute((trx) => meet(trx, account, known, profile, now))
          : known
      return homePage(features, db, caller, now, (error, feature) =>
        log.error({ err: error, feature }, 'a part of the home page failed'),
      )
    },
    card: (card, viewer) => cardOf(features, db, card, clock.now(), viewer),
    nameOf: (account) => nameOfAccount(db, account),
    async link(account, vouchedEmail) {
      const now = clock.now()
      const known = await identify(db, { ...account, vouchedEmail }, now)
      if (known?.email !== vouchedEmail.toLowerCase()) return false
      await db.transaction().execute((trx) => meet(trx, account, known, {}, now))
      return true
    },
    async met(account, { gone, ...profile }) {
      if (gone === undefined) return refreshProfile(db, account, profile)
      await markUnreachable(db, account, gone, clock.now())
    },
    async lost(room, why) {
      const groups = await markRoom(db, room, why)
      if (groups.length > 0) await alert(...roomAlert(room, groups, why))
    },
    roomsOf: (account) => roomsOfAccount(db, account, dayOf(clock.now(), 'UTC')),
    roomsIn: (platform, tenant) => roomsOfTenant(db, platform, tenant),
    gatherings: (platform, subject) => gatherings(db, clock.now(), platform, subject),
    openHomes: (platform, people, since) => openHomes(db, platform, people, since),
    join(adapter) {
      adapters.push(adapter)
    },
    start: () => jobs.start(),
    stop: () => jobs.stop(),
    async settle({ ticks }) {
      if (ticks) await tick(services)
      // What was answered stands, whatever becomes of the deliveries; they stay queued and go on with the next.
      await jobs.drain().catch((error: unknown) => log.warn({ err: error }, 'deliveries were interrupted'))
    },
  }
}
