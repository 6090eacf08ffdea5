import type { Settings } from '../../../db/ledger/settings/reminderSettings.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { readClock, readQuietHours } from '../../../src/core/time/quietHours.ts'

/** `off` has no quiet hours at all, `default` leaves them to the house. Raises `UserError`. */
export function readQuiet(text: string): Pick<Settings, 'quietFrom' | 'quietTo'> {
  const typed = text.trim().toLowerCase()
  if (/^(default|house|reset)$/.test(typed)) return { quietFrom: null, quietTo: null }
  if (/^(off|none|no|never)$/.test(typed)) return { quietFrom: 0, quietTo: 0 }
  if (/^(?:until|for) /.test(typed) && !/[–-]/.test(typed))
    throw new UserError(
      'Quiet hours are those of every day, such as 22:00-07:00, so I cannot be quiet just then. Nothing was changed. A single reminder is put off with /reminder snooze; who is away says so with /profile away.',
      {
        option: 'quiet',
        buttons: [
          button('How I am reminded', 'reminder settings'),
          { ...button('I am away', 'profile away'), ask: true },
        ],
      },
    )
  const open = openEnded(typed)
  if (open) return open
  const { from, to } = readQuietHours(text)
  return { quietFrom: from, quietTo: to }
}

/** With one end alone, the night of the house gives the other. */
const [evening, morning] = [22 * 60, 7 * 60]

/** `after 7pm` and `before 9`; undefined for any other text. */
function openEnded(typed: string): Pick<Settings, 'quietFrom' | 'quietTo'> | undefined {
  const [, side, hour = ''] = /^(after|from|before) (.+)$/.exec(typed) ?? []
  const clock = readClock(hour.replace(/ (?:on|every day|in the (?:morning|evening))$/, ''))
  if (side === undefined || clock === undefined) return undefined
  return side === 'before' ? { quietFrom: evening, quietTo: clock } : { quietFrom: clock, quietTo: morning }
}

/** Minutes after midnight of `8:00` or `yes`; null for `off`. Raises `UserError`. */
export function readDigest(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^(?:daily )?(?:at )?/, '')
    .replace(/ in the morning$/, ' am')
  if (/^(off|none|no|never|default)$/.test(typed)) return null
  const clock = /^(on|yes|daily|)$/.test(typed) ? 8 * 60 : readClock(typed)
  if (clock !== undefined) return clock
  throw new UserError(`I cannot read “${shorten(text, 30)}” as an hour. Try “8:00”, or “off”.`, {
    option: 'digest',
    choices: ['8:00', 'off'].map((value) => ({ label: value, value })),
  })
}

/** How many a week; null for `off`. Raises `UserError`. */
export function readWeekly(text: string): number | null {
  const typed = text.trim().toLowerCase()
  if (/^(off|none|no|all|default|no limit|without limit|unlimited|any)$/.test(typed)) return null
  const [, count] = /^(\d{1,3})(?: ?(?:a|per|\/) ?week)?$/.exec(typed) ?? []
  if (count !== undefined) return Number(count)
  throw new UserError(
    `“${shorten(text, 30)}” is not a number. Give how many reminders a week may come, or “off”.`,
    {
      option: 'weekly',
    },
  )
}
