import type { AskedBefore } from '../../../db/ledger/askedBefore.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { type Addressees, type Firing, keysOf, type Rule, soonest } from '../../../src/core/feature/rule.ts'
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
  const standing: DutyPart<Item>['standing'] = async (trx, waiting, now) => {
    const open = await openByName(trx, duty, now)
    return new Set(
      keysOf(waiting).filter((one) => {
        const { named, personId } = partsOf(one)
        const item = open.get(named)
        return item !== undefined && duty.mayBeAsked(item).includes(personId)
      }),
    )
  }
  return {
    who,
    async due(trx, { now, moments, limit }) {
      const firings = dueLeadReminders(await led(trx, duty, { now, moments }), now).map(
        ({ item, lead, personId }) => ({
          key: [key, duty.nameOf(item), lead.name, personId].join(':'),
          subject: duty.subjectOf(item),
          personId,
          item,
        }),
      )
      const recorded = await recordedKeys(trx, keysOf(firings))
      const fresh = firings.filter((one) => !recorded.has(one.key)).slice(0, limit)
      return withAskedBefore(trx, key, fresh, now)
    },
    async coming(trx, { now, moments, limit, personId }) {
      const reminders = await led(trx, duty, { now, moments, further: furtherDays })
      const found = nextLeadReminders(reminders, now).map(
        ({ item, personId: reader, at }): UpcomingNotice => ({
          at,
          what: duty.what(item),
          to: { personId: reader },
          why: duty.roleOf(item, reader),
        }),
      )
      return soonest(found, personId, limit)
    },
    async asNow(trx, waiting, now) {
      const open = await openByName(trx, duty, now)
      const firings = waiting.flatMap(({ key: of, subject }) => {
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

interface LeadsAt {
  readonly now: Date
  readonly moments: readonly Lead[]
  /** Days to look further ahead than the leads do. */
  readonly further?: number
}

/** The reminders of each lead of what is open. */
async function led<Item extends { readonly dueOn: Day }>(
  trx: Trx,
  duty: DatedDuty<Item>,
  { now, moments, further = 0 }: LeadsAt,
) {
  const days = moments.map((lead) => lead.days)
  const items = await openAround(trx, duty, now, Math.max(0, ...days) + shiftDays + further)
  const last = Math.min(...days)
  const first = Math.max(...days.filter((one) => one < 0))
  return leadReminders(trx, items, moments, (item, lead) => duty.asked(item, lead, last, first))
}

async function openByName<Item extends { readonly dueOn: Day }>(
  trx: Trx,
  duty: DatedDuty<Item>,
  now: Date,
): Promise<ReadonlyMap<string, Item>> {
  const open = await openAround(trx, duty, now, longestLead)
  return new Map(open.map((item) => [duty.nameOf(item), item]))
}

/** What is open and due within so many days, or was due lately. */
function openAround<Item extends { readonly dueOn: Day }>(
  trx: Trx,
  duty: DatedDuty<Item>,
  now: Date,
  ahead: number,
): Promise<readonly Item[]> {
  const today = dayOf(now, 'UTC')
  return duty.open(trx, { from: addDays(today, -longestDays), to: addDays(today, ahead), now })
}

/** The parts of `key:name:lead:person`; a name may have colons of its own. */
function partsOf(key: string): { readonly named: string; readonly personId: number } {
  const parts = key.split(':')
  return { named: parts.slice(1, -2).join(':'), personId: Number(parts.at(-1)) }
}
