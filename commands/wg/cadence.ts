import { changeGroup } from '../../db/directory/edit/group.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { block, button, type Message, message, moment, type Rich, rich } from '../../src/core/message.ts'
import { type GroupRef, option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatRhythmPeriod, type Rhythm, rhythms } from '../../src/meetings/cadence/rhythm.ts'
import { type Context, command } from '../define.ts'
import { revertButton } from '../directory/edit/answer.ts'
import { type StandingInPeriod, standingsNow } from '../meeting/cadence/standing.ts'
import { refuseClosed } from '../meeting/plan/openGroups.ts'
import { pause } from './pause.ts'
import { periodWords, rhythmText, rhythmWords } from './rhythmWords.ts'
import { tellOfRhythm } from './told/otherChairs.ts'

export const cadence = command({
  name: 'cadence',
  about: 'Which groups have met or have a date; a group’s rhythm, or a period without a meeting',
  heading: 'Rhythm of meetings',
  options: {
    wg: option.group({ about: 'One working group; all of them by default' }),
    rhythm: option.choice({ about: 'How often it meets from now on', choices: rhythms, also: rhythmWords }),
    skip: option.choice({
      about: 'No meeting in this or the next period; “none” takes that back',
      choices: ['this', 'next', 'none'],
      also: periodWords,
    }),
    reason: option.text({ about: 'Why it does not meet', max: 300 }),
    from: option.day({ about: 'The first day of the period that an undo means', onlyPressed: true }),
  },
  access: anyone,
  changes: true,
  examples: [
    '/wg cadence',
    '/wg cadence ETCIP',
    '/wg cadence ETCIP skip:this reason:"the chair changes hands"',
  ],
  async run(context, { wg: named, rhythm, skip, reason, from }) {
    const changes = rhythm !== undefined || skip !== undefined || reason !== undefined
    if (!named && !changes) return board(context)
    const wg = named ?? ledGroup(context)
    if (rhythm === undefined && skip === undefined) {
      if (reason !== undefined)
        throw new UserError('A reason is for a period without a meeting; say skip:this or skip:next.', {
          option: 'skip',
        })
      return ofGroup(context, wg)
    }
    if (!leads(context.caller, wg.id))
      throw new UserError(
        `Only the chairs of ${wg.acronym} and the secretariat may do this; you are neither today.`,
      )
    if (rhythm !== undefined && skip !== undefined)
      throw new UserError('Give rhythm: or skip:, one at a time. Nothing was changed.', { option: 'skip' })
    await refuseClosed(context, [wg], context.today)
    context.about(`group:${wg.id}`)
    return rhythm === undefined
      ? pause(context, wg, { skip: skip ?? 'this', reason, from })
      : setRhythm(context, wg, rhythm)
  },
})

/** The one group that the caller leads. Raises `UserError` where it is none, or several. */
function ledGroup({ caller }: Context): Pick<GroupRef, 'id' | 'acronym'> {
  const led = caller.roles.filter(({ groupId }) => leads({ ...caller, isSecretariat: false }, groupId))
  const [only, ...others] = [...new Map(led.map((one) => [one.groupId, one])).values()]
  if (only && others.length === 0) return { id: only.groupId, acronym: only.groupAcronym }
  throw new UserError('Say of which group, with wg: and its acronym. Nothing was changed.', {
    option: 'wg',
    choices: (only ? [only, ...others] : []).map(({ groupAcronym }) => ({
      label: groupAcronym,
      value: groupAcronym,
    })),
  })
}

async function board({ db, now, zone }: Context): Promise<Message> {
  const all = await standingsNow(db, now)
  const done = all.filter(({ standing }) => standing.meetings.length > 0 || standing.pause !== null).length
  if (all.length === 0) return message('No working group keeps a rhythm.')
  const groups = `${done} of ${counted(all.length, 'working group')} with a rhythm`
  return message(
    done === 1
      ? `${groups} has met, has a date or said that it does not meet.`
      : `${groups} have met, have a date or said that they do not meet.`,
    block.table(
      ['Group', 'Period', 'Meeting', 'Met last'],
      all.map((one) => [
        rich`${one.standing.acronym}`,
        rich`${formatRhythmPeriod(one.period)}`,
        stateOf(one, zone),
        one.standing.lastAt === null ? rich`never` : rich`${moment(one.standing.lastAt, zone, 'day')}`,
      ]),
    ),
    block.buttons(button('Meetings ahead', 'meeting list'), button('The year in numbers', 'report meetings')),
  )
}

/** What a group has in its period: the meeting, that it does not meet, or nothing yet. */
function stateOf({ standing: { meetings, pause } }: StandingInPeriod, zone: string): Rich {
  const [first] = meetings.toReversed()
  if (first) {
    const at = moment(new Date(first.startsAt), zone, 'day')
    return first.status === 'held' ? rich`held on ${at}, M${first.id}` : rich`M${first.id} on ${at}`
  }
  if (pause) return rich`does not meet${pause.reason === null ? '' : `: ${pause.reason}`}`
  return rich`no date yet`
}

async function ofGroup(
  { db, now, zone, caller }: Context,
  wg: Pick<GroupRef, 'id' | 'acronym'>,
): Promise<Message> {
  const [one] = await standingsNow(db, now, wg.id)
  if (!one)
    return message(
      `${wg.acronym} keeps no rhythm: it meets as it decides, and nobody is reminded.`,
      leads(caller, wg.id)
        ? block.buttons(button('Quarterly again', 'wg cadence', { wg: wg.acronym, rhythm: 'quarterly' }))
        : undefined,
    )
  const { standing, period } = one
  const open = standing.meetings.length === 0 && standing.pause === null
  return message(
    rich`${wg.acronym} meets ${standing.rhythm}. ${formatRhythmPeriod(period)}: ${stateOf(one, zone)}.`,
    standing.lastAt === null
      ? undefined
      : block.text(rich`Its last regular meeting was on ${moment(standing.lastAt, zone, 'day')}.`),
    leads(caller, wg.id)
      ? block.buttons(
          ...(open ? [button('Suggest times', 'meeting suggest', { wg: wg.acronym }, 'primary')] : []),
          ...(open ? [button('It does not meet', 'wg cadence', { wg: wg.acronym, skip: 'this' })] : []),
          ...(standing.pause === null
            ? []
            : [button('It meets after all', 'wg cadence', { wg: wg.acronym, skip: 'none' })]),
        )
      : undefined,
  )
}

async function setRhythm(
  context: Context,
  wg: Pick<GroupRef, 'id' | 'acronym'>,
  rhythm: Rhythm,
): Promise<Message> {
  const { db, caller, now } = context
  const saved = await changeGroup(db, wg.id, { rhythm }, { by: caller.personId, now })
  const text = rhythmText(rhythm)
  if (!saved) throw new UserError(`${wg.acronym} ${text} already; nothing was changed.`)
  const told = await tellOfRhythm(context, wg, { change: saved.change, rhythm })
  return message(`${wg.acronym} ${text} from now on.`, told, block.buttons(revertButton(saved.change)))
}
