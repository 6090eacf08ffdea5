import type { Trx } from '../../db/store/db.ts'
import type { Rule } from '../../src/core/feature/rule.ts'
import { fold } from '../../src/core/text/nearest.ts'
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
import { sentences } from './sentences.ts'
import { settingsCommand } from './settings/settings.ts'
import { listCommand } from './shown/list.ts'
import { snoozeCommand, unsnooze } from './snooze.ts'

/** `cancel my reminder about the minutes`, and the like. */
const sayingsOfCancelling = ['cancel my', 'cancel the', 'delete my', 'delete the', 'remove my', 'drop my']
  .flatMap((word) => ['about', 'to', 'for', 'of'].map((link) => `${word} reminder ${link} …`))
  .concat(
    'stop reminding me about …',
    'stop reminding me of …',
    'stop reminding me to …',
    'cancel my reminder …',
  )
  .map((saying) => [saying, 'reminder cancel …'] as const)

/** How people begin when they ask to be reminded. */
const asked = [
  '',
  'please ',
  'pls ',
  'plz ',
  'can you ',
  'could you ',
  'can you please ',
  'could you please ',
]

/** `remind me to call Bob`, `can you remind me …?`, `set a reminder for tomorrow at 10: call Bob`. */
const sayingsOfAdding = [
  ...asked.flatMap((please) => [
    ...['to', 'about', 'of', 'that'].map((link) => `${please}remind me ${link} …`),
    `${please}remind me …`,
    // As who speaks another language first says it.
    `${please}remember me …`,
    `${please}remember me to …`,
    `${please}remind to me …`,
    `${please}make me remember …`,
    `${please}make me remember to …`,
    `${please}make me think to …`,
  ]),
  ...[
    'set a reminder',
    'add a reminder',
    'create a reminder',
    'new reminder',
    'set reminder',
    'put a reminder',
    'make a reminder',
    'make me a reminder',
    'do me a reminder',
  ].flatMap((set) => ['to …', 'for …', 'at …', '…'].map((rest) => `${set} ${rest}`)),
].map((saying) => [saying, 'reminder add …'] as const)

/** Words with which a time begins; `remind Anna to call` is for somebody else. */
const times = 'every each on in at by today tomorrow tonight next this daily weekly monthly monday tuesday wednesday thursday friday saturday sunday'.split(' ') // biome-ignore format: a table

/** `remind every 31st at 10 to pay`, `remind to call Bob`: whoever says nobody means themselves. */
const sayingsForNobody = [
  ...['to', 'about', 'of'].map((link) => [`remind ${link} …`, 'reminder add …'] as const),
  ...times.map((time) => [`remind ${time} …`, `reminder add ${time} …`] as const),
]

/** The same in French, Spanish, Russian and Arabic, folded. */
const inTongues = [
  'rappelle-moi',
  'rappelez-moi',
  'recuerdame',
  'recuerdeme',
  'rappelle moi',
  'rappelez moi',
  'напомни мне',
  'напомните мне',
  'напомни',
  'напомните',
  'ذكرني',
].map((remind) => [`${fold(remind)} …`, 'reminder add …'] as const)

/** `remind us tomorrow at 10 to vote`, and the like. */
const sayingsForGroups = asked
  .flatMap((please) =>
    ['us', 'the group', 'our group', 'everybody', 'everyone'].map((whom) => `${please}remind ${whom}`),
  )
  .flatMap((said) => [`${said} to …`, `${said} about …`, `${said} of …`, `${said} …`])
  .map((saying) => [saying, 'reminder add … for:wg'] as const)

/** Reminders: those that people set, and how each is reminded by the rules of the house, which `rules` gives. */
export function reminderFeature(rules: () => readonly Rule<Trx>[]): Feature {
  return feature({
    name: 'reminder',
    about: 'Be reminded at the right hour in your own time zone',
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
    nameInstead:
      'Everybody sets their own reminders, so nobody else can be reminded by you alone; nothing was set. “remind me …” reminds you to ask them, /reminder add with wg: a working group that you chair, and /meeting action add puts on a meeting’s record what somebody is to do, and reminds them of it.',
    sayings: [
      ...sayingsOfCancelling,
      ['(cancel|delete|remove|drop) (my|the) (last|latest) reminder', 'reminder cancel'],
      ['(read|tell|show) [me] (my|the) reminders', 'reminder list'],
      ...sayingsForGroups,
      ...sayingsOfAdding,
      ...sayingsForNobody,
      ...inTongues,
      ...sentences,
      ['remind @ to …', 'reminder add … wg:@'],
      ['remind @ about …', 'reminder add … wg:@'],
      ['remind @ of …', 'reminder add … wg:@'],
      ['remind @ …', 'reminder add … wg:@'],
      ['please remind @ to …', 'reminder add … wg:@'],
      ['my reminders', 'reminder list'],
      ['R#', 'reminder list reminder:#'],
      ['show R#', 'reminder list reminder:#'],
      ...['reminder list R#', 'reminder show R#', 'reminder R#'].map(
        (said) => [said, 'reminder list reminder:#'] as const,
      ),
      ['profile quiet', 'reminder settings'],
      ['profile quiet …', 'reminder settings quiet:…'],
      ['quiet hours …', 'reminder settings quiet:…'],
      ['my quiet hours …', 'reminder settings quiet:…'],
      ['quiet hours', 'reminder settings'],
      ['quiet off', 'reminder settings quiet:off'],
      ...['mute', 'mute reminders', 'mute my reminders', 'do not disturb', 'no notifications at night'].map(
        (said) => [said, 'reminder settings'] as const,
      ),
      ['my quiet hours', 'reminder settings'],
      ...['mute', 'mute me', 'mute reminders', 'mute my reminders', 'snooze all', 'do not disturb'].flatMap(
        (mute) => [
          [`${mute} until …`, 'reminder settings quiet:"until …"'] as const,
          [`${mute} for …`, 'reminder settings quiet:"for …"'] as const,
          [`${mute} today`, 'reminder settings quiet:"for today"'] as const,
        ],
      ),
      ['what do i have to do', 'reminder list'],
      ['what must i do', 'reminder list'],
      ['what do i owe', 'reminder list'],
      ['my tasks', 'reminder list'],
      ['my to-dos', 'reminder list'],
      ['todo', 'reminder list'],
      ['to do', 'reminder list'],
      ['stop reminding me', 'reminder settings'],
      ['no more reminders', 'reminder settings'],
      ['turn off reminders', 'reminder settings'],
      ['what is due', 'reminder list'],
      ['what is due …', 'reminder list …'],
      ["what's due", 'reminder list'],
      ['what is coming', 'reminder list'],
    ],
    rules: [ownReminders, snoozedReminders(rules)],
  })
}
