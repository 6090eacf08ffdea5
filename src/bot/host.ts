import { identify, refreshCaller } from '../../db/directory/identify.ts'
import {
  endedEntryOf,
  markUnreachable,
  nameOfAccount,
  refreshProfile,
} from '../../db/directory/identities.ts'
import { openHomes } from '../../db/ledger/kept.ts'
import { markRoom, roomsOfAccount, roomsOfTenant } from '../../db/meetings/rooms.ts'
import type { Host } from '../core/adapter.ts'
import type { Keep } from '../core/keep.ts'
import { foldAddress } from '../core/text/addresses/mailAddress.ts'
import { dayOf } from '../core/time/day.ts'
import { alertSecretariat, roomAlert } from '../delivery/alert.ts'
import { answerInTurn } from '../dispatch/answerInTurn.ts'
import { recallCaller } from '../dispatch/caller/identifyCaller.ts'
import type { Services } from '../dispatch/services.ts'
import { noteChangedMessage } from '../dispatch/takenMessage.ts'
import type { createLanes } from '../dispatch/turns.ts'
import { suggest } from '../suggest/suggest.ts'
import { cardOf } from './card.ts'
import { endedPage, homePage } from './home.ts'
import { platformEvents } from './platformEvents.ts'

/** What adapters ask of the bot, answered by its services. */
export function createHost(services: Services, keep: Keep, lanes: ReturnType<typeof createLanes>): Host {
  const { store, clock, features, callers, pacing, log } = services
  const db = store.kysely
  const alert: Host['alert'] = (key, message) => alertSecretariat(services, key, message)
  return {
    ...{ catalog: features, clock, keep, pacing, alert },
    dispatch: (invocation) => answerInTurn(services, lanes, invocation),
    suggest: (asked) => suggest(db, clock.now(), asked),
    async home(asked) {
      const now = clock.now()
      const caller = await recallCaller(services, asked, now)
      const ended = caller === null ? await endedEntryOf(db, asked.caller) : undefined
      if (ended) return endedPage(ended)
      return homePage(features, db, caller, now, (error, feature) =>
        log.error({ err: error, feature }, 'a part of the home page failed'),
      )
    },
    card: (card, viewer) => cardOf(features, db, card, clock.now(), viewer),
    nameOf: (account) => nameOfAccount(db, account),
    async link(account, vouchedEmail) {
      const now = clock.now()
      const known = await identify(db, { ...account, vouchedEmail }, now)
      if (known?.email !== foldAddress(vouchedEmail)) return false
      await db.transaction().execute((trx) => refreshCaller(trx, account, known, {}, now))
      callers.forget()
      return true
    },
    async met(account, { gone, ...profile }) {
      if (gone === undefined) await refreshProfile(db, account, profile)
      else await markUnreachable(db, account, gone, clock.now())
      callers.forget()
    },
    messageChanged: (message, text) => noteChangedMessage(services, message, text),
    async lost(room, why) {
      const groups = await markRoom(db, room, why)
      if (groups.length > 0) await alert(...roomAlert(room, groups, why))
    },
    roomsOf: (account) => roomsOfAccount(db, account, dayOf(clock.now(), 'UTC')),
    roomsIn: (platform, tenant) => roomsOfTenant(db, platform, tenant),
    platformEvents: (platform, subject) => platformEvents(db, clock.now(), platform, subject),
    openHomes: (platform, people, since) => openHomes(db, platform, people, since),
  }
}
