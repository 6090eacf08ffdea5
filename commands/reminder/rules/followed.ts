import { recentRules } from '../../../db/ledger/recentRules.ts'
import { unsubscribedRules } from '../../../db/ledger/settings/reminderSettings.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { block, button, type Message, message } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

/** How far back a rule counts as one by which somebody was told lately. */
const days = 90
/** More buttons are hard to choose from. */
const mostButtons = 8

/** The rules that the caller may leave, those first by which they were told lately, and those that they have left. */
export async function followed({ db, caller, now }: Context, rules: readonly Rule<Trx>[]): Promise<Message> {
  const left = new Set(await unsubscribedRules(db, caller.personId))
  const told = await recentRules(db, caller.personId, new Date(now.getTime() - days * 86_400_000))
  const open = rules.filter((rule) => mayLeave(rule, caller.isSecretariat))
  const follows = open
    .filter(({ key }) => !left.has(key))
    .toSorted((a, b) => Number(told.has(b.key)) - Number(told.has(a.key)))
  const gone = open.filter(({ key }) => left.has(key))
  const lately = follows.filter(({ key }) => told.has(key))
  const offered = (lately.length > 0 ? lately : follows).slice(0, mostButtons)
  const others = follows.filter((rule) => !offered.includes(rule))
  return message(
    lately.length > 0 ? 'These rules have reminded you lately:' : 'I may remind you by these rules:',
    block.list(offered.map(({ key, about }) => `${key}: ${about}`)),
    block.buttons(...offered.map(({ key }) => button(`Stop ${key}`, 'reminder stop', { rule: key }))),
    others.length > 0
      ? block.text(
          `There are others, which /reminder stop takes as well: ${others.map(({ key }) => key).join(', ')}.`,
        )
      : undefined,
    ...(gone.length === 0
      ? []
      : [
          block.text('You have left:'),
          block.list(gone.map(({ key, about }) => `${key}: ${about}`)),
          block.buttons(
            ...gone
              .slice(0, mostButtons)
              .map(({ key }) => button(`Hear ${key} again`, 'reminder resume', { rule: key })),
          ),
        ]),
  )
}

/** What somebody asked for themselves is cancelled instead, and what only the secretariat hears concerns it alone. */
export function mayLeave({ punctual, audience }: Rule<Trx>, isSecretariat: boolean): boolean {
  return (
    punctual !== true && (isSecretariat || !audience.every(({ who }) => who.startsWith('the secretariat')))
  )
}
