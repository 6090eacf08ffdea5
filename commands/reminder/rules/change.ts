import { ruleSettings, setRule } from '../../../db/ledger/settings/ruleSettings.ts'
import type { Trx } from '../../../db/store/db.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { type Block, block, button, message } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Command, command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { leadsAsTyped, readLeads } from '../settings/leads.ts'
import { namedRule } from './namedRule.ts'
import { passOver } from './passOver.ts'
import { whenOf } from './show.ts'

/** Switches a rule or changes its moments; it holds from the next tick on. */
export function ruleCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'rule',
    about: 'Switch a rule on or off, or change its moments',
    options: {
      rule: required(option.text({ about: 'Its key in /reminder rules, e.g. meeting', max: 60 })),
      state: option.choice({ about: 'Whether the rule is on', choices: ['on', 'off'], trailing: true }),
      moments: option.text({
        about: 'How long before or after, e.g. 7d,1d at 10:00,15m; “default”',
        max: 100,
      }),
      undoes: undoesOption,
    },
    access: secretariat,
    changes: true,
    examples: ['/reminder rule meeting moments:14d,1d,15m'],
    async run(context, { rule: typed, state, moments, undoes }) {
      const { db, caller, now } = context
      const rule = namedRule(rules(), typed)
      const none = { rule: rule.key, enabled: true, moments: null }
      const before = (await ruleSettings(db)).get(rule.key) ?? none
      if (state === undefined && moments === undefined) {
        throw new UserError('Say what to change: state:on, state:off, or moments:7d,1d,15m.', {
          option: 'state',
        })
      }
      // What is compared of a rule, so that an undo overrules no later change of the same.
      const given = (of: typeof before) => [
        state === undefined ? null : of.enabled,
        moments === undefined || of.moments === null ? null : leadsAsTyped(of.moments),
      ]
      const stands = `“${rule.about}” ${before.enabled ? `comes ${whenOf(rule, before.moments ?? rule.moments)}` : 'is switched off'}.`
      const all = [button('All rules', 'reminder rules')]
      refuseOverruled(undoes, given(before), stands, all)
      const leads = moments === undefined ? before.moments : readMoments(rule, moments)
      const enabled = state === undefined ? before.enabled : state === 'on'
      if (moments === undefined && enabled === before.enabled) throw switchedAlready(rule, enabled)
      await setRule(db, { rule: rule.key, enabled, moments: leads }, caller.personId, now)
      if (moments !== undefined) await passOver(db, rule, { moments: leads ?? rule.moments, now })
      context.about(`rule:${rule.key}`)
      const formerly = before.moments === null ? 'default' : leadsAsTyped(before.moments)
      const undo = {
        rule: rule.key,
        ...(state === undefined ? {} : { state: before.enabled ? 'on' : 'off' }),
        ...(moments === undefined ? {} : { moments: formerly }),
        undoes: undoesOf(given({ rule: rule.key, enabled, moments: leads }), given(before), stands, all),
      }
      return message(
        ...changeSaid(rule, { enabled, leads, withMoments: moments !== undefined }),
        block.buttons(button('Undo: as it was', 'reminder rule', undo), ...all),
      )
    },
  })
}

function switchedAlready(rule: Rule<Trx>, enabled: boolean): UserError {
  return new UserError(
    `“${rule.about}” is ${enabled ? 'on' : 'switched off'} already. Nothing was changed.`,
    {
      buttons: [
        button(enabled ? 'Switch it off' : 'Switch it on', 'reminder rule', {
          rule: rule.key,
          state: enabled ? 'off' : 'on',
        }),
      ],
    },
  )
}

/** Says whether a rule is on, and at which moments it comes or, once it is on, would. */
function changeSaid(
  rule: Rule<Trx>,
  now: { readonly enabled: boolean; readonly leads: readonly Lead[] | null; readonly withMoments: boolean },
): readonly [string, Block | undefined] {
  const when = whenOf(rule, now.leads ?? rule.moments)
  if (now.enabled) return [`“${rule.about}” is on: it comes ${when}.`, undefined]
  const isOff = `“${rule.about}” is switched off: nobody is reminded by it until it is switched on.`
  return [isOff, now.withMoments ? block.text(`Once it is on, it comes ${when}.`) : undefined]
}

function readMoments(rule: Rule<Trx>, text: string): readonly Lead[] | null {
  if (rule.moments.every(({ name }) => name === onTime.name)) {
    throw new UserError(`“${rule.about}” comes at the moment itself, so it has no lead times to change.`, {
      option: 'moments',
    })
  }
  const after = rule.moments.some(({ days }) => days < 0)
  const leads = rule.after
    ? readWaits(text)
    : readLeads(text, { option: 'moments', byDay: rule.byDay ?? false, after })
  if (leads?.length === 0) {
    throw new UserError('Without moments it would never come: switch it off instead (state:off).', {
      option: 'moments',
    })
  }
  return leads
}

/** How long after its subject a rule speaks, the shortest first; `3d` and `3 days after` are the same. */
function readWaits(text: string): readonly Lead[] | null {
  const leads = readLeads(text.replaceAll(/ ?\b(?:after|later)\b/gi, ''), { option: 'moments' })
  return leads?.toReversed() ?? null
}
