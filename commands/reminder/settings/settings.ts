import { isDeepStrictEqual } from 'node:util'

import {
  platformsOf,
  type Settings,
  saveSettings,
  settingsOf,
  unsubscribedRules,
} from '../../../db/ledger/settings/reminderSettings.ts'
import { ruleSettings } from '../../../db/ledger/settings/ruleSettings.ts'
import type { Trx } from '../../../db/store/db.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { block, button, type Message, message, rich, titled } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { formatClock } from '../../../src/core/time/quietHours.ts'
import { type Command, type Context, command } from '../../define.ts'
import { weekOf } from '../../profile/week.ts'
import { passOver } from '../rules/passOver.ts'
import { readLeads } from './leads.ts'
import { readDigest, readQuiet, readWeekly } from './settingTexts.ts'
import { asTyped, leadsWords, quietHoursOf, quietWords, routeWords } from './settingWords.ts'

/** Shows and changes how somebody is reminded; `rules` are all those of the house. */
export function settingsCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'settings',
    about: 'Your reminder settings: lead times, quiet hours, digest, platform, how many a week',
    heading: 'How you are reminded',
    options: {
      lead: option.text({ about: 'How long before a meeting, e.g. 7d,1d,15m; “none”; “default”', max: 100 }),
      quiet: option.text({ about: 'Quiet hours, e.g. 22:00-07:00; “off”', max: 60 }),
      digest: option.text({ about: 'A daily digest at this hour, e.g. 8:00; “off”', max: 40 }),
      via: option.text({ about: 'slack, teams, discord or email; “auto” for where you were last', max: 40 }),
      weekly: option.text({
        about: 'The most you want in a week, the rest in a Monday brief; “off”',
        max: 20,
      }),
    },
    access: anyone,
    changes: true,
    present: async ({ db, caller }) => asTyped(await settingsOf(db, caller.personId)),
    examples: ['/reminder settings', '/reminder settings lead:7d,1d,15m quiet:22:00-07:00'],
    async run(context, typed) {
      const { db, caller, now } = context
      const before = await settingsOf(db, caller.personId)
      if (Object.values(typed).every((value) => value === undefined)) {
        return titled('How you are reminded', await shown(context, before, 'How you are reminded:'))
      }
      const after: Settings = {
        ...before,
        ...(typed.lead === undefined ? {} : { leads: readLeads(typed.lead) }),
        ...(typed.quiet === undefined ? {} : readQuiet(typed.quiet)),
        ...(typed.digest === undefined ? {} : { digestAt: readDigest(typed.digest) }),
        ...(typed.via === undefined ? {} : { via: await readVia(context, typed.via) }),
        ...(typed.weekly === undefined ? {} : { weekly: readWeekly(typed.weekly) }),
      }
      const undo = undoOf(typed, before)
      if (isDeepStrictEqual(undo, undoOf(typed, after)))
        return shown(context, before, 'Your reminders are set like that already; nothing was changed.')
      await saveSettings(db, caller.personId, after, now)
      if (typed.lead !== undefined) await passOverOwn(context, rules())
      context.about(`person:${caller.personId}`)
      return shown(context, after, 'Set. From now on you are reminded like this:', undo)
    },
  })
}

/** Keeps new lead times before meetings from repeating what the caller was told by the former ones. */
async function passOverOwn({ db, caller, now }: Context, rules: readonly Rule<Trx>[]): Promise<void> {
  const rule = rules.find(({ key }) => key === 'meeting')
  if (!rule) return
  const moments = (await ruleSettings(db)).get(rule.key)?.moments ?? rule.moments
  await passOver(db, rule, { moments, now, personId: caller.personId })
}

async function shown(
  context: Context,
  settings: Settings,
  title: string,
  undo?: Readonly<Record<string, string>>,
): Promise<Message> {
  const { db, caller, zone } = context
  const left = await unsubscribedRules(db, caller.personId)
  const quiet = quietHoursOf(settings)
  return message(
    title,
    block.fields([
      ['Before a meeting', leadsWords(settings.leads)],
      ['Quiet hours', quietWords(quiet, zone)],
      [
        'Working days',
        `${await weekOf(context)}; what counts down to something comes on these (/profile hours)`,
      ],
      [
        'Daily digest',
        settings.digestAt === null
          ? 'off: each reminder comes by itself'
          : `at ${formatClock(settings.digestAt)} (${zone})`,
      ],
      ['Reached on', routeWords(settings.via)],
      [
        'A week',
        settings.weekly === null
          ? 'as many as there are'
          : `at most ${settings.weekly}, the rest in a brief on Monday`,
      ],
      ...(left.length === 0
        ? []
        : ([['Left', rich`${left.join(', ')} (/reminder stop shows them)`]] as const)),
    ]),
    block.buttons(
      ...(undo ? [button('Undo: as it was', 'reminder settings', undo)] : []),
      ...(quiet
        ? []
        : [button('Nothing from 22:00 to 07:00', 'reminder settings', { quiet: '22:00-07:00' })]),
      ...(settings.digestAt === null
        ? [button('One digest a day at 8:00', 'reminder settings', { digest: '8:00' })]
        : []),
      { ...button('Change', 'reminder settings'), ask: true },
      ...left.slice(0, 3).map((rule) => button(`Hear ${rule} again`, 'reminder resume', { rule })),
      button('What is coming', 'reminder list'),
    ),
  )
}

async function readVia({ db, caller, hasMail }: Context, text: string): Promise<string | null> {
  const typed = text.trim().toLowerCase()
  if (/^(auto|any|off|none|default|last)$/.test(typed)) return null
  if (/^e-?mail|mail$/.test(typed)) {
    if (!hasMail)
      throw new UserError('No outgoing mail is set up here, so I cannot write to you by e-mail.', {
        option: 'via',
      })
    if (caller.email === null)
      throw new UserError('The directory has no e-mail address of yours. Ask the secretariat to add it.', {
        option: 'via',
      })
    return 'email'
  }
  const linked = await platformsOf(db, caller.personId)
  const meant = linked.find((platform) => typed !== '' && platform.startsWith(typed))
  if (meant !== undefined) return meant
  throw new UserError(
    linked.length === 0
      ? 'No account of yours is linked yet (/profile link), so there is no platform to choose.'
      : `You have no account on “${shorten(text, 30)}” that I can write to. Choose from ${[...linked, ...(hasMail ? ['email'] : [])].join(', ')}, or “auto”.`,
    { option: 'via', choices: [...linked, 'auto'].map((value) => ({ label: value, value })) },
  )
}

/** What sets just those settings back that were typed. */
function undoOf(
  typed: Readonly<Record<string, string | undefined>>,
  before: Settings,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(asTyped(before)).filter(([name]) => typed[name] !== undefined))
}
