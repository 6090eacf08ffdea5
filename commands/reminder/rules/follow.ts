import { subscribe, unsubscribe, unsubscribedRules } from '../../../db/ledger/settings/reminderSettings.ts'
import type { Trx } from '../../../db/store/db.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { type Command, command } from '../../define.ts'
import { followed, mayLeave } from './followed.ts'
import { namedRule } from './namedRule.ts'

const rule = option.text({ about: 'Its key in /reminder rules, e.g. meeting; none lists them', max: 60 })

/** Leaves a rule: it tells the caller nothing more. */
export function stopCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'stop',
    about: 'Stop the reminders of one rule',
    options: { rule },
    access: anyone,
    changes: true,
    examples: ['/reminder stop', '/reminder stop meeting'],
    async run(context, { rule: typed }) {
      const { db, caller, now } = context
      if (typed === undefined) return followed(context, rules())
      const left = await unsubscribedRules(db, caller.personId)
      const open = rules().filter((one) => mayLeave(one, caller.isSecretariat) && !left.includes(one.key))
      const { key, about, punctual } = namedRule(rules(), typed, open)
      if (punctual) {
        throw new UserError(
          `“${about}” comes because it was asked for; /reminder list shows how to cancel it.`,
        )
      }
      if (!(await unsubscribe(db, caller.personId, key, now))) {
        throw new UserError(`You have left “${about}” already. Nothing was changed.`, {
          buttons: [button('Hear it again', 'reminder resume', { rule: key })],
        })
      }
      context.about(`person:${caller.personId}`)
      return message(
        `You hear nothing more from the rule “${about}”. Invitations and changes still reach you.`,
        block.buttons(button('Undo: hear it again', 'reminder resume', { rule: key })),
      )
    },
  })
}

/** Follows a rule again that the caller had left. */
export function resumeCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'resume',
    about: 'Get reminders by a rule again',
    options: { rule },
    access: anyone,
    changes: true,
    examples: ['/reminder resume meeting'],
    async run(context, { rule: typed }) {
      const { db, caller } = context
      if (typed === undefined) return followed(context, rules())
      const left = await unsubscribedRules(db, caller.personId)
      const gone = rules().filter((one) => left.includes(one.key))
      const { key, about } = namedRule(rules(), typed, gone)
      if (!(await subscribe(db, caller.personId, key)))
        throw new UserError(`You had not stopped “${about}”. Nothing was changed.`)
      context.about(`person:${caller.personId}`)
      return message(
        `You hear from the rule “${about}” again.`,
        block.buttons(button('Undo: hear nothing more', 'reminder stop', { rule: key })),
      )
    },
  })
}
