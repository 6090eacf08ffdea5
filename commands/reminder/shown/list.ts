import { type Absence, absencesOf } from '../../../db/directory/hours/away.ts'
import { remindersFor } from '../../../db/ledger/reminders/reminders.ts'
import { attentionOf } from '../../../db/ledger/settings/attention.ts'
import { unsubscribedRules } from '../../../db/ledger/settings/reminderSettings.ts'
import { ruleSettings } from '../../../db/ledger/settings/ruleSettings.ts'
import { waitingFor } from '../../../db/ledger/waiting/waitingFor.ts'
import type { Trx } from '../../../db/store/db.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { arrivalTime } from '../../../src/core/feature/arrivalTime.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, formatDay } from '../../../src/core/time/day.ts'
import type { Period } from '../../../src/core/time/period.ts'
import { type Command, type Context, command } from '../../define.ts'
import { weekOf } from '../../profile/week.ts'
import { noSuchPage, turnPages } from '../../records/pages.ts'
import { type Line, ownLine } from './ownLine.ts'
import { showOne } from './showOne.ts'

const pageSize = 50

/** How many are looked through for those of some days: nobody has more ahead. */
const mostAhead = 2_000

/** Buttons for the first few only: a message has no room for more. */
const mostButtons = 5

/** Everything that is coming for the caller, by every rule, soonest first. */
export function listCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'list',
    about: 'Everything you will be reminded of, when, and why',
    heading: 'Reminders',
    options: {
      in: option.period({ ahead: true, about: 'Which days, e.g. this week or December' }),
      page: option.integer({ about: 'Which page, from 1', min: 1, max: 40 }),
      reminder: option.record({ inForms: false, about: 'Only this one, e.g. R3', prefix: 'R' }),
    },
    access: anyone,
    examples: ['/reminder list', '/reminder list this week'],
    async run(context, { in: span, page = 1, reminder }) {
      if (reminder !== undefined) return showOne(context, reminder)
      const { db, caller, zone } = context
      const groups = [...new Set(caller.roles.map(({ groupId }) => groupId))]
      const most = span ? mostAhead : page * pageSize + 1
      const own = await remindersFor(db, caller.personId, groups, most)
      const found = [
        ...own.map((one) => ownLine(context, one)),
        ...(await waitingLines(context, rules(), most)),
        ...(await comingLines(context, rules(), most)),
      ]
        .filter(({ at }) => !span || (span.from <= dayOf(at, zone) && dayOf(at, zone) <= span.to))
        .sort((a, b) => a.at.getTime() - b.at.getTime())
      const days = span ? ` ${daysOf(span)}` : ''
      const lines = found.slice((page - 1) * pageSize, page * pageSize)
      const more = found.length > page * pageSize
      const paged = {
        command: 'reminder list',
        ...(span ? { values: { in: `${span.from} - ${span.to}` } } : {}),
        page,
      }
      if (lines.length === 0 && page > 1) return noSuchPage(paged)
      if (lines.length === 0) {
        return message(
          `You have no reminders ${span ? daysOf(span) : 'ahead'}. /reminder add sets one.`,
          block.buttons(button('How I am reminded', 'reminder settings')),
        )
      }
      const buttons = lines.flatMap((line) => (line.button ? [line.button] : [])).slice(0, mostButtons)
      return message(
        more || page > 1
          ? `${counted(lines.length, 'reminder')}${days}, page ${page}${more ? '; more follow' : ''}:`
          : `${counted(lines.length, 'reminder')}${days || ' ahead'}:`,
        block.list(lines.map(({ text }) => text)),
        block.text(
          `What counts down to something comes on your working days, ${await weekOf(context)} (/profile hours); what is urgent, or has an hour that you named, on any.`,
        ),
        block.buttons(
          ...buttons,
          ...turnPages(paged, more),
          button('How I am reminded', 'reminder settings'),
        ),
      )
    },
  })
}

/** `on 23 Nov 2026`, `from 23 Nov 2026 to 29 Nov 2026`. */
function daysOf({ from, to }: Period): string {
  return from === to ? `on ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(to)}`
}

async function comingLines(
  context: Context,
  rules: readonly Rule<Trx>[],
  most: number,
): Promise<readonly Line[]> {
  const { db, now, zone, caller } = context
  const set = await ruleSettings(db)
  const left = await unsubscribedRules(db, caller.personId)
  const [reader] = await attentionOf(db, 'reminder', [caller.personId], now)
  if (!reader) return []
  const absences = await absencesOf(db, caller.personId, dayOf(now, reader.zone))
  const lines: Line[] = []
  for (const rule of rules) {
    const { enabled = true, moments } = set.get(rule.key) ?? {}
    if (!enabled || !rule.coming || left.includes(rule.key)) continue
    const asked = { now, moments: moments ?? rule.moments, limit: most, personId: caller.personId }
    for (const { at, what, why, punctual = rule.punctual ?? false } of await rule.coming(db, asked)) {
      const when = arrivalTime({ ...rule, punctual }, reader, at)
      const day = dayOf(when, reader.zone)
      const away = rule.duty && absences.find(({ from, to }) => from <= day && day <= to)
      const because = away ? `${why}; ${meanwhile(away, rule.duty === true)}` : why
      lines.push({ at: when, text: rich`${moment(when, zone)}: ${what} — ${because}` })
    }
  }
  return lines
}

/** What becomes of a duty of somebody who is away by then, and whether another may be asked. */
function meanwhile({ alternate, to }: Absence, byOthers: boolean): string {
  return alternate !== null && byOthers
    ? `${alternate} is asked, as you are away then`
    : `you are away until ${formatDay(to)}, so it does not come before`
}

/** What has come due and waits, and is still true, in the words that it will have. */
async function waitingLines(
  { db, now, zone, caller }: Context,
  rules: readonly Rule<Trx>[],
  most: number,
): Promise<readonly Line[]> {
  const { personId } = caller
  const waiting = await waitingFor(db, personId, most)
  const lines: Line[] = []
  for (const [key, folded] of Map.groupBy(waiting, ({ rule }) => rule)) {
    const rule = rules.find((one) => one.key === key)
    const own = folded.map((one) => ({ ...one, personId }))
    const standing = await rule?.standing?.(db, own, now)
    const firings = (await rule?.asNow?.(db, own, now)) ?? []
    for (const { key: of, until, waitsFor, summary } of own) {
      if (standing?.has(of) === false) continue
      // A waiting text for an alternate stays as it was written.
      const firing = firings.find((one) => one.key === of && one.personId === personId)
      const what = rule && firing ? (rule.line?.(firing) ?? rule.text(firing, until).summary) : summary
      lines.push({ at: until, text: rich`${moment(until, zone)}: ${what} — ${waits[waitsFor]}` })
    }
  }
  return lines
}

const waits = {
  quiet: 'waits until you want to be reminded again',
  digest: 'waits for your digest',
  brief: 'waits for your Monday brief',
} as const
