import { morningsOf } from '../../../db/ledger/settings/mornings.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'

/** What a lead says of an item to one person, and when. */
export interface LeadReminder<Item> {
  readonly item: Item
  readonly lead: Lead
  readonly personId: number
  readonly at: Date
}

/** All that leads say of items with a day, to whom each lead speaks to, in the mornings of their own working days. */
export async function leadReminders<Item extends { readonly dueOn: Day }>(
  trx: Trx,
  items: readonly Item[],
  leads: readonly Lead[],
  asked: (item: Item, lead: Lead) => readonly number[],
): Promise<readonly (readonly LeadReminder<Item>[])[]> {
  const said = items.map((item) =>
    leads.flatMap((lead) =>
      asked(item, lead).map((personId) => ({
        ...{ item, lead, personId },
        day: addDays(item.dueOn, -lead.days),
        at: lead.at,
        after: lead.days < 0,
      })),
    ),
  )
  const mornings = await morningsOf(trx, said.flat())
  let place = 0
  return said.map((ofItem) =>
    ofItem.map(({ item, lead, personId }) => {
      const at = mornings[place] ?? new Date(0)
      place += 1
      return { item, lead, personId, at }
    }),
  )
}

/** The reminder of each item that is due at `now`: of several leads, the last one alone. */
export function dueLeadReminders<Item>(
  all: readonly (readonly LeadReminder<Item>[])[],
  now: Date,
): readonly LeadReminder<Item>[] {
  return all.flatMap((ofItem) => {
    const due = ofItem.filter(({ at }) => at <= now)
    const last = Math.min(...due.map(({ lead }) => lead.days))
    return due.filter(({ lead }) => lead.days === last)
  })
}

/** Of what leads say of each item, what comes next. */
export function nextLeadReminders<Item>(
  all: readonly (readonly LeadReminder<Item>[])[],
  now: Date,
): readonly LeadReminder<Item>[] {
  return all.flatMap((ofItem) => {
    const ahead = ofItem.filter(({ at }) => at > now)
    const next = Math.max(...ahead.map(({ lead }) => lead.days))
    return ahead.filter(({ lead }) => lead.days === next)
  })
}
