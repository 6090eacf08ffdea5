import type { AskedBefore } from '../../../db/ledger/askedBefore.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import {
  type Addressees,
  type Firing,
  keysOf,
  type Rule,
  soonest,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import type { UpcomingNotice } from '../../../src/core/feature/upcomingNotice.ts'
import type { Rich } from '../../../src/core/message.ts'
import { addDays, type Day, dayOf, endOfDay } from '../../../src/core/time/day.ts'
import { withAskedBefore } from './askedBefore.ts'
import { dueLeadReminders, leadReminders, nextLeadReminders } from './leadReminders.ts'

/** Days after its day from which a duty is too old for a reminder. */
const longestDays = 60

/** The most days by which days off may bring a reminder forward. */
const shiftDays = 14

/** Days that a list of what is coming looks further ahead. */
const furtherDays = 60

/** No lead is longer. */
const longestLead = 400

/** The days between which duties are looked for, and the moment of the look. */
export interface DutyWindow {
  readonly from: Day
  readonly to: Day
  readonly now: Date
}

/** A duty with a day, of which one lead after the other reminds until it is done. */
export interface DatedDuty<Item extends { readonly dueOn: Day }> {
  readonly key: string
  /** What is still to be done, and due on these days. */
  open(trx: Trx, around: DutyWindow): Promise<readonly Item[]>
  /** Names an item and its day, as a part of the ledger’s keys; on another day, it is asked for anew. */
  nameOf(item: Item): string
  /** The record that it is about: `recommendation:12`. */
  subjectOf(item: Item): string
  /** Whom a lead speaks to; `last` are the days of the rule’s last one, `first` those of its first after the day. */
  asked(item: Item, lead: Lead, last: number, first: number): readonly number[]
  /** Everybody whom some lead may speak to. */
  mayBeAsked(item: Item): readonly number[]
  /** What is to be done, for the list of what comes next. */
  what(item: Item): Rich
  /** Why it is said to one of them, as they read it. */
  roleOf(item: Item, personId: number): string
}

/** What the rule’s texts know of a duty: the item, its reader, and whom the rule has asked before. */
export interface DutyDue<Item> extends Firing {
  readonly item: Item
  readonly personId: number
  readonly askedBefore: readonly AskedBefore[]
}

type DutyPart<Item> = Required<
  Pick<Rule<Trx, DutyDue<Item>>, 'coming' | 'asNow' | 'standing' | 'open' | 'uselessAfter'>
> &
  Addressees<Trx, DutyDue<Item>>

/** What a rule of a dated duty does alike for every duty; `who` is for the list of rules. */
export function datedDuty<Item extends { readonly dueOn: Day }>(
  who: string,
  duty: DatedDuty<Item>,
): DutyPart<Item> {
  const { key } = duty
  function around(trx: Trx, now: Date, ahead = longestLead): Promise<readonly Item[]> {
    const today = dayOf(now, 'UTC')
    return duty.open(trx, { from: addDays(today, -longestDays), to: addDays(today, ahead), now })
  }

  async function ledBy(trx: Trx, now: Date, moments: readonly Lead[], further = 0) {
    const ahead = Math.max(0, ...moments.map(({ days }) => days)) + shiftDays + further
    const last = Math.min(...moments.map(({ days }) => days))
    const first = Math.max(...moments.map(({ days }) => days).filter((days) => days < 0))
    const items = await around(trx, now, ahead)
    return leadReminders(trx, items, moments, (item, lead) => duty.asked(item, lead, last, first))
  }

  async function standing(
    trx: Trx,
    waited: readonly WaitingFiring[],
    now: Date,
  ): Promise<ReadonlySet<string>> {
    const open = new Map(
      (await around(trx, now)).map((item) => [duty.nameOf(item), new Set(duty.mayBeAsked(item))]),
    )
    return new Set(
      keysOf(waited).filter((one) => {
        const { named, personId } = partsOf(one)
        return open.get(named)?.has(personId) ?? false
      }),
    )
  }

  return {
    who,
    async due(trx, { now, moments, limit }) {
      const firings = dueLeadReminders(await ledBy(trx, now, moments), now).map(
        ({ item, lead, personId }) => ({
          key: [key, duty.nameOf(item), lead.name, personId].join(':'),
          subject: duty.subjectOf(item),
          personId,
          item,
        }),
      )
      const told = await recordedKeys(trx, keysOf(firings))
      const fresh = firings.filter((one) => !told.has(one.key)).slice(0, limit)
      return withAskedBefore(trx, key, fresh, now)
    },
    async coming(trx, { now, moments, limit, personId }) {
      const found = nextLeadReminders(await ledBy(trx, now, moments, furtherDays), now).map(
        ({ item, personId: reader, at }): UpcomingNotice => ({
          at,
          what: duty.what(item),
          to: { personId: reader },
          why: duty.roleOf(item, reader),
        }),
      )
      return soonest(found, personId, limit)
    },
    async asNow(trx, waited, now) {
      const open = new Map((await around(trx, now)).map((item) => [duty.nameOf(item), item]))
      const firings = waited.flatMap(({ key: of, subject }) => {
        const { named, personId } = partsOf(of)
        const item = open.get(named)
        return item ? [{ key: of, subject, personId, item }] : []
      })
      return withAskedBefore(trx, key, firings, now)
    },
    standing,
    open: standing,
    uselessAfter: ({ item }) => endOfDay(addDays(item.dueOn, longestDays), 'UTC'),
  }
}

/** The parts of `key:name:lead:person`; a name may have colons of its own. */
function partsOf(key: string): { readonly named: string; readonly personId: number } {
  const parts = key.split(':')
  return { named: parts.slice(1, -2).join(':'), personId: Number(parts.at(-1)) }
}
