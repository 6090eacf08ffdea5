import { lastHeard, lastSubject } from '../../db/ledger/heard.ts'
import { lockReminder } from '../../db/ledger/reminders/reminders.ts'
import { cancelSnooze, snoozeById, snoozeNotice, snoozesAhead } from '../../db/ledger/reminders/snoozes.ts'
import { recordsNamed } from '../../db/records/named.ts'
import type { Trx } from '../../db/store/db.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Rule } from '../../src/core/feature/rule.ts'
import { block, button, type Message, message, moment, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { shorten } from '../../src/core/text/text.ts'
import { type Command, type Context, command } from '../define.ts'
import { isBefore, readUntil } from './readUntil.ts'
import { standingSnoozes } from './rules/standingSnoozes.ts'
import { nameSubject, readSubject } from './subjects.ts'

/** Puts a reminder off; what its rule of `rules` would not say again by then is refused. */
export function snoozeCommand(rules: () => readonly Rule<Trx>[]): Command {
  return command({
    name: 'snooze',
    about: 'Get a reminder again later; its own schedule stays as it is',
    options: {
      reminder: option.text({
        about: 'R3, or M12 for a meeting’s; your latest reminder by default',
        max: 40,
      }),
      until: option.text({
        about: '10m, 1h, tomorrow morning, before the meeting, or any time; 10 minutes by default',
        max: 100,
      }),
    },
    access: anyone,
    changes: true,
    examples: ['/reminder snooze R1 until:1h', '/reminder snooze until:"tomorrow morning"'],
    async run(context, { reminder: typed, until: given }) {
      const { db, now, zone, caller } = context
      const { reminder, until = '10m' } =
        given === undefined ? parted(typed) : { reminder: typed, until: given }
      const again = await snoozeAhead(context, reminder)
      const subject =
        again?.subject ??
        (reminder === undefined
          ? await lastSubject(db, caller.personId)
          : await subjectMeant(context, reminder))
      const groups = caller.roles.map(({ groupId }) => groupId)
      const heard =
        again && again.rule !== null
          ? { id: again.noticeId, subject: again.subject, rule: again.rule, body: again.body }
          : subject && (await lastHeard(db, caller.personId, subject, groups))
      if (!subject || !heard) throw await unheard(context, subject)
      const at = await readUntil(context, until, heard)
      const snooze = {
        noticeId: heard.id,
        personId: caller.personId,
        until: at,
        beforeMeeting: isBefore(until),
      }
      const id = await snoozeNotice(db, snooze, now)
      const found = await snoozeById(db, id)
      const standing = found && (await standingSnoozes(db, rules(), [found], now))
      if (!found || !standing?.length)
        throw new UserError(
          'That is cancelled, answered or over, so there is nothing left to remind you of.',
          {
            buttons: [button('What is coming', 'reminder list')],
          },
        )
      // What closes or ends before it comes would never be said.
      if ((await standingSnoozes(db, rules(), [found], at)).length === 0)
        throw new UserError('By then it will be over. Give an earlier time.', { option: 'until' })
      context.about(subject)
      return message(
        rich`I will remind you again ${moment(at, zone)}.`,
        block.text(heard.body.summary),
        block.buttons(button('Undo: let it be', 'reminder unsnooze', { snooze: `Z${id}` })),
      )
    },
  })
}

/** What the caller has snoozed and gives another time: `Z1`, as /reminder list names it. */
async function snoozeAhead({ db, caller }: Context, typed: string | undefined) {
  const number = /^#?z ?#?(\d{1,9})$/i.exec(typed?.trim() ?? '')?.[1]
  if (number === undefined) return undefined
  const found = (await snoozesAhead(db, caller.personId, mostSnoozes)).find(({ id }) => id === Number(number))
  if (found) return found
  throw new UserError(`Nothing of yours waits under Z${number}. /reminder list shows what does.`)
}

const mostSnoozes = 200

/** What is put off, by the number of a reminder or by the words of one of the caller's. Raises `UserError`. */
async function subjectMeant({ db, caller }: Context, typed: string): Promise<string> {
  const isNumber = /^#?\p{L} ?#?\p{Nd}+$/u.test(typed.trim())
  const words = typed.replace(/^(?:the|my) (?=\S)/i, '')
  const found = isNumber ? [] : await recordsNamed(db, 'R', caller, { words, limit: mostNamed })
  const [first, ...others] = found
  if (!first) return readSubject(typed)
  if (others.length === 0) return `reminder:${first.id}`
  throw new UserError(`“${shorten(words)}” stands in several reminders. Which one?`, {
    option: 'reminder',
    choices: found.map(({ id, title }) => ({ label: `R${id} ${shorten(title)}`, value: `R${id}` })),
  })
}

const mostNamed = 9

/** A text that gives no number of a reminder but says how long, such as `1h`, `for 10 minutes` and `tomorrow morning`. */
const howLong =
  /^(?:(?:for|until|till|in) )?(?:\p{Nd}{1,3} ?(?:m|h|d|w)\p{L}*|an? (?:hour|day|week)|half an hour|the morning|tomorrow(?: .+)?|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|(?:just |right )?before(?: the meeting| it)?)$/iu

/** `R1 1d` and `R1 until tomorrow morning`: after the number stands how long; `1h` alone is how long, too. */
function parted(typed: string | undefined): { readonly reminder?: string; readonly until?: string } {
  if (typed !== undefined && howLong.test(typed.trim())) return { until: typed.trim().replace(/^for /i, '') }
  const [, reminder, until] = /^(#?\p{L} ?#?\p{Nd}{1,9}) (?:until |for )?(.+)$/iu.exec(typed ?? '') ?? []
  if (reminder !== undefined && until !== undefined) return { reminder, until }
  return typed === undefined ? {} : { reminder: typed }
}

export const unsnooze = command({
  name: 'unsnooze',
  about: 'Cancel a snooze',
  options: {
    snooze: {
      ...option.record({ about: 'Its number in /reminder list, e.g. Z3', prefix: 'Z' }),
      required: true,
    },
  },
  access: anyone,
  changes: true,
  examples: ['/reminder unsnooze Z1'],
  run: (context, { snooze }) => endSnooze(context, snooze),
})

/** Cancels what the caller snoozed. Raises `UserError`. */
export async function endSnooze(context: Context, id: number): Promise<Message> {
  const { db, caller, zone } = context
  const ended = await cancelSnooze(db, id, caller.personId)
  if (!ended) throw new UserError(`Nothing of yours waits under Z${id}. /reminder list shows what does.`)
  context.about(ended.subject)
  const reminder = nameSubject(ended.subject)
  return message(
    rich`It will not come again ${moment(ended.until, zone)}.`,
    reminder === undefined
      ? undefined
      : block.buttons(
          button('Undo: say it again', 'reminder snooze', {
            reminder,
            until: ended.beforeMeeting ? 'before' : ended.until.toISOString(),
          }),
        ),
  )
}

/** Why there is nothing to say once more. */
async function unheard({ db, caller }: Context, subject: string | undefined): Promise<UserError> {
  const [kind, number] = subject?.split(':') ?? []
  const waiting = kind === 'reminder' ? await lockReminder(db, Number(number)) : undefined
  if (waiting?.status === 'waiting' && waiting.personId === caller.personId) {
    return new UserError(
      `R${number} has not come yet, so it cannot be put off. You can give it another time.`,
      {
        buttons: [
          { ...button('Give it another time', 'reminder edit', { reminder: `R${number}` }), ask: true },
        ],
      },
    )
  }
  return new UserError(
    subject
      ? `I have not reminded you of anything under ${nameSubject(subject) ?? 'that number'}, so there is nothing to put off.`
      : 'I have not reminded you of anything yet, so there is nothing to put off.',
    { buttons: [button('What is coming', 'reminder list')] },
  )
}
