import {
  circulation,
  listSilences,
  type Silence,
  silenceById,
} from '../../../db/meetings/silence/silences.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { hasRole } from '../../../src/core/feature/caller.ts'
import {
  type Block,
  block,
  bold,
  button,
  headed,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { capital, shorten } from '../../../src/core/text/text.ts'
import { type Context, command, found } from '../../define.ts'
import { called } from './circulated.ts'

const most = 15
const mostNames = 60
const minuteMs = 60_000

export const listSilencesCommand = command({
  group: 'silence',
  name: 'list',
  about: 'Texts under silence, how they ended and who was told',
  heading: 'Silence procedures',
  options: {
    wg: option.group({ about: 'One working group alone' }),
    silence: option.record({ about: 'S1, with proof of circulation', prefix: 'S' }),
  },
  access: anyone,
  examples: ['/meeting silence list', '/meeting silence list wg:ETCIP'],
  async run(context, { wg, silence: id }) {
    const { db, zone, caller } = context
    if (id !== undefined) return proof(context, id)
    if (wg && !hasRole(caller, wg.id))
      throw new UserError(
        `Texts under silence of ${wg.acronym} are for those who belong to it; you do not today.`,
      )
    const own = caller.isSecretariat ? null : caller.roles.map(({ groupId }) => groupId)
    const found = await listSilences(db, wg ? [wg.id] : own, most)
    if (found.length === 0)
      return message(`No text was put under silence${wg ? ` in ${wg.acronym}` : ' in your groups'}.`)
    return message(
      `${counted(found.length, 'silence procedure')}, the latest first:`,
      block.list(
        found.map(
          (one) => rich`S${one.id} (${one.groupAcronym}) “${shorten(one.body, 80)}”: ${state(one, zone)}`,
        ),
      ),
      block.buttons(
        ...found
          .slice(0, 5)
          .map((one) => button(`Show S${one.id}`, 'meeting silence list', { silence: `S${one.id}` })),
      ),
    )
  },
})

function state({ status, closesAt, decidedAt, brokenEntity, brokenReason }: Silence, zone: string): Rich {
  switch (status) {
    case 'open':
      return rich`open until ${moment(closesAt, zone)}`
    case 'adopted':
      return rich`adopted by silence on ${moment(decidedAt ?? closesAt, zone)}`
    case 'unheard':
      return rich`not adopted, as it had reached no member by ${moment(decidedAt ?? closesAt, zone)}`
    case 'broken':
      return rich`broken by ${brokenEntity ?? 'an entity'} on ${moment(decidedAt ?? closesAt, zone)}: ${brokenReason ?? ''}`
  }
}

async function proof(context: Context, id: number) {
  const { db, zone } = context
  const silence = found(await silenceById(db, id), `silence procedure S${id}`)
  if (!hasRole(context.caller, silence.groupId))
    throw new UserError(`S${id} is for those who belong to ${silence.groupAcronym}; you do not today.`)
  const told = await circulation(db, id)
  const missing = told.filter(({ sentAt }) => sentAt === null)
  const ends = { open: undefined, adopted: 'adopted', unheard: 'not adopted', broken: 'broken' } as const
  return headed(
    called(id, ends[silence.status]),
    message(
      rich`S${id} (${silence.groupAcronym}): ${state(silence, zone)}.`,
      block.text(silence.body),
      block.text(
        `Circulated to ${counted(told.length, 'person', 'people')}${missing.length > 0 ? `, ${missing.length} ${reached(silence)}` : ''}:`,
      ),
      circulatedList(told.slice(0, mostNames), silence, zone),
      told.length > mostNames ? block.text(`and ${told.length - mostNames} more`) : undefined,
    ),
  )
}

type Circulated = Awaited<ReturnType<typeof circulation>>[number]

/** Who was told in which minute, and who was not reached: a line for each, since most were told at once. */
function circulatedList(told: readonly Circulated[], silence: Silence, zone: string): Block {
  const names = (people: readonly Circulated[]) =>
    people.map(({ name, entity }) => `${name}${entity ? ` (${entity})` : ''}`).join(', ')
  const minutes = Map.groupBy(told, ({ sentAt }) => sentAt && Math.floor(sentAt.getTime() / minuteMs))
  return block.list(
    [...minutes].map(([minute, people]) =>
      minute === null
        ? rich`${bold(capital(reached(silence)))}: ${names(people)}`
        : rich`${moment(new Date(minute * minuteMs), zone)}: ${names(people)}`,
    ),
  )
}

function reached({ status }: Silence): string {
  return status === 'open' ? 'not reached yet' : 'not reached'
}
