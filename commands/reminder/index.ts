import type { Trx } from '../../db/store/db.ts'
import type { Rule } from '../../src/core/feature/rule.ts'
import { type Feature, feature } from '../define.ts'
import { add } from './add.ts'
import { cancel, restore } from './cancel.ts'
import { edit } from './edit.ts'
import { reminderHome } from './home.ts'
import { failed } from './operator/failed.ts'
import { resend } from './operator/resend.ts'
import { unreachable } from './operator/unreachable.ts'
import { ruleCommand } from './rules/change.ts'
import { resumeCommand, stopCommand } from './rules/follow.ts'
import { ownReminders } from './rules/own.ts'
import { rulesCommand } from './rules/show.ts'
import { snoozedReminders } from './rules/snoozed.ts'
import { sayings } from './sayings.ts'
import { settingsCommand } from './settings/settings.ts'
import { listCommand } from './shown/list.ts'
import { snoozeCommand, unsnooze } from './snooze.ts'

/** Reminders: those that people set, and how each is reminded by the rules of the house, which `rules` gives. */
export function reminderFeature(rules: () => readonly Rule<Trx>[]): Feature {
  return feature({
    name: 'reminder',
    about: 'Be reminded at the right hour in your own time zone',
    forms: { snooze: ['Snooze', 'Snooze'], unsnooze: ['End a snooze', 'End it'], rule: ['Reminder rule', 'Save'], stop: ['Stop a reminder rule', 'Stop'], resume: ['Resume a rule', 'Resume'], resend: ['Send again', 'Send'] }, // biome-ignore format: a table
    commands: [
      add,
      listCommand(rules),
      snoozeCommand(rules),
      unsnooze,
      edit,
      cancel,
      restore,
      settingsCommand(rules),
      rulesCommand(rules),
      ruleCommand(rules),
      stopCommand(rules),
      resumeCommand(rules),
      failed,
      resend,
      unreachable,
    ],
    home: reminderHome,
    quoted: 'add',
    timed: 'add',
    nameInstead:
      'Everybody sets their own reminders, so nobody else can be reminded by you alone; nothing was set. “remind me …” reminds you to ask them, /reminder add with wg: a working group that you chair, and /meeting action add puts on a meeting’s record what somebody is to do, and reminds them of it.',
    sayings,
    rules: [ownReminders, snoozedReminders(rules)],
  })
}
