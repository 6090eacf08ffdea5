import { attentionOf } from '../../../db/ledger/settings/attention.ts'
import { type RuleSetting, ruleSettings } from '../../../db/ledger/settings/ruleSettings.ts'
import type { Trx } from '../../../db/store/db.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { arrivalTime } from '../../../src/core/feature/arrivalTime.ts'
import { formatMoment } from '../../../src/core/feature/formatLead.ts'
import { onTime, type Rule } from '../../../src/core/feature/rule.ts'
import {
  type Block,
  type Button,
  block,
  bold,
  button,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Command, type Context, command } from '../../define.ts'
import { weekOf } from '../../profile/week.ts'
import { namedRule } from './namedRule.ts'

/** The most choices of one list. */
const mostListed = 25

/** How many of those who are told next are shown of each rule. */
const mostNext = 3

/** Every rule by which the bot speaks of its own accord. */
export function rulesCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'rules',
    about: 'The reminder rules: who is reminded, when, what stops it, and what comes next',
    heading: 'Reminder rules',
    options: { rule: option.text({ about: 'One of them in full, e.g. meeting; all by default', max: 60 }) },
    access: anyone,
    examples: ['/reminder rules', '/reminder rules meeting'],
    async run(context, { rule: typed }) {
      const set = await ruleSettings(context.db)
      if (typed !== undefined) {
        const rule = namedRule(rules(), typed)
        return oneRule(context, rule, set.get(rule.key))
      }
      const lines: Rich[] = []
      for (const rule of rules()) lines.push(await ruleLine(context, rule, set.get(rule.key)))
      return message(
        `${counted(rules().length, 'reminder rule')}:`,
        block.text(
          `What counts down to something, and would come on a day off, comes on the last working day before; yours are ${await weekOf(context)} (/profile hours). What else would come on a day off waits for the next working day, where somebody has set their hours. What is urgent, or minutes before its subject, comes on any day.`,
        ),
        block.list(lines),
        block.text('Choose one to read whom it tells and what ends it.'),
        ...inLists(rules().map(({ key }) => button(key, 'reminder rules', { rule: key }))),
      )
    },
  })
}

/** `A call for agenda items: 14 days before. Next …`, on a line. */
async function ruleLine(context: Context, rule: Rule<Trx>, setting: RuleSetting | undefined): Promise<Rich> {
  const moments = setting?.moments ?? rule.moments
  if (!(setting?.enabled ?? true)) return rich`${bold(rule.about)}: switched off`
  const [next] = await nextLines(context, rule, moments, 1)
  const when = rich`${bold(rule.about)}: ${whenOf(rule, moments)}`
  return next ? rich`${when}. ${next}` : when
}

/** A rule in full; the secretariat may switch it. */
async function oneRule(
  context: Context,
  rule: Rule<Trx>,
  setting: RuleSetting | undefined,
): Promise<Message> {
  const enabled = setting?.enabled ?? true
  const moments = setting?.moments ?? rule.moments
  const next = enabled ? await nextLines(context, rule, moments, mostNext) : []
  const switches = context.caller.isSecretariat
    ? [
        button(enabled ? 'Switch it off' : 'Switch it on', 'reminder rule', {
          rule: rule.key,
          state: enabled ? 'off' : 'on',
        }),
      ]
    : []
  return message(
    enabled ? `${rule.about}.` : `${rule.about} (switched off).`,
    block.fields([
      ['Rule', rule.key],
      ['Told', rule.audience.map(({ who }) => who).join('; ')],
      ['When', whenOf(rule, moments)],
      ['Stops', rule.stops],
    ]),
    next.length > 0 ? block.list(next) : undefined,
    block.buttons(button('All rules', 'reminder rules'), ...switches),
  )
}

/** Choices in lists of as many as every platform takes. */
function inLists(buttons: readonly Button[]): readonly Block[] {
  const lists: Block[] = []
  for (let at = 0; at < buttons.length; at += mostListed)
    lists.push(block.choices(buttons.slice(at, at + mostListed)))
  return lists
}

/** Whom it tells what next: everybody for the secretariat, oneself for anybody else. */
async function nextLines(
  { db, now, zone, caller }: Context,
  rule: Rule<Trx>,
  moments: Rule<Trx>['moments'],
  limit: number,
): Promise<readonly Rich[]> {
  if (!rule.coming) return []
  const personId = caller.isSecretariat ? null : caller.personId
  const coming = await rule.coming(db, { now, moments, limit, personId })
  const people = coming.flatMap(({ to }) => ('personId' in to ? [to.personId] : []))
  const known = people.length === 0 ? [] : await attentionOf(db, rule.key, [...new Set(people)], now)
  return coming.flatMap(({ at, what, to, punctual = rule.punctual ?? false }) => {
    if ('room' in to) return [rich`Next ${moment(at, zone)} to ${to.room}: ${what}`]
    const reader = known.find((one) => one.personId === to.personId)
    if (!reader || reader.left) return []
    return [
      rich`Next ${moment(arrivalTime({ ...rule, punctual }, reader, at), zone)} to ${reader.name}: ${what}`,
    ]
  })
}

/** `7 days before, 1 day before, 15 minutes before`. */
export function whenOf(rule: Pick<Rule<Trx>, 'after' | 'byDay'>, moments: Rule<Trx>['moments']): string {
  if (moments.every(({ name }) => name === onTime.name)) return 'at the moment itself'
  return moments.map((lead) => formatMoment(lead, rule)).join(', ')
}
