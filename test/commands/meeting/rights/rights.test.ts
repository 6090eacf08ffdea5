import { describe, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { actionWords } from '../../../../src/core/catalog.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'
import { play, type Role, roles, type Step } from './table.ts'

/** ETCIP is led by INTERPOL; UNODC is made its vice-chair, ICAO leaves it, and WCO’s person retires. */
const who: Readonly<Record<Role, string>> = {
  unknown: 'somebody@elsewhere.example',
  gone: focal('wco'),
  left: focal('icao'),
  other: focal('unoct'),
  observer: focal('ipu'),
  member: focal('who'),
  vice: focal('unodc'),
  chair: focal('interpol'),
  office: secretariat,
}

/** Who at most looks does so in one world with the others; whoever changes something has one of their own. */
const looking = ['unknown', 'gone', 'left', 'other'] as const satisfies readonly Role[]
const isLooking = (role: Role) => looking.some((one) => one === role)
const alike: readonly (readonly [name: string, together: readonly Role[]])[] = [
  [looking.join(', '), looking],
  ...roles.filter((role) => !isLooking(role)).map((role) => [role, [role]] as const),
]

describe('a meeting’s actions', () => {
  test('stand in the table of rights, all of them', () => {
    const meeting = features.find(({ name }) => name === 'meeting')
    const named = new Set(play.map(({ command }) => command))

    expect(meeting?.commands.map((one) => `meeting ${actionWords(one)}`).toSorted()).toEqual(
      [...named].toSorted(),
    )
  })

  test.each(alike)('are open to whom the table says, typed and pressed: %s', async (_, together) => {
    const here = await world({ now: '2026-11-23T09:00:00Z' })
    const wrong: string[] = []
    try {
      await here.say(secretariat, '/wg appoint ETCIP role:vice-chair entity:UNODC')
      await here.say(secretariat, '/wg leave ETCIP entity:UNOCT confirm:yes')
      await here.say(secretariat, '/wg leave ETCIP entity:ICAO confirm:yes')
      await here.say(secretariat, '/directory retire person focal.wco@compact.example confirm:yes')
      for (const [at, step] of play.entries()) wrong.push(...(await taken(here, together, step, at)))
    } finally {
      await here.end()
    }

    expect(wrong).toEqual([])
  })
})

/** What is wrong with how a step was taken by roles: once through each door where it is refused, through one where not. */
async function taken(
  here: World,
  together: readonly Role[],
  step: Step,
  at: number,
): Promise<readonly string[]> {
  if (step.at) await here.turn(step.at)
  const wrong: string[] = []
  let before = ''
  for (const role of together) {
    const name = `${at} ${role}: ${lineOf(step)}`
    if (step.may.includes(role)) {
      const reply = await through(at % 2 === 0 ? 'line' : 'press', here, who[role], step)
      if (reply.outcome !== 'done') wrong.push(`${name} was ${reply.outcome}: ${reply.text}`)
      before = ''
      continue
    }
    for (const door of ['line', 'press'] as const) {
      if (before === '') before = await state(here)
      const reply = await through(door, here, who[role], step)
      if (reply.outcome !== 'refused') wrong.push(`${name} (${door}) was ${reply.outcome}: ${reply.text}`)
      if (reply.answer.audience !== 'caller') wrong.push(`${name} (${door}) was refused before the room`)
      const after = await state(here)
      if (after !== before) wrong.push(`${name} (${door}) was refused and changed something`)
      before = after
    }
  }
  if (step.instead && !step.may.some((role) => together.includes(role))) {
    const reply = await through('line', here, who[step.instead], step)
    if (reply.outcome !== 'done')
      wrong.push(`${at}: ${lineOf(step)} was not done by the ${step.instead}: ${reply.text}`)
  }
  return wrong
}

function through(door: 'line' | 'press', here: World, caller: string, step: Step): Promise<Reply> {
  const { confirm, ...fields } = step.fields
  return door === 'line'
    ? here.say(caller, lineOf(step))
    : here.press(caller, step.command, fields, confirm === 'yes')
}

function lineOf({ command, fields }: Step): string {
  const options = Object.entries(fields).map(([name, value]) =>
    name === 'confirm' ? `confirm:${value}` : `${name}:"${value}"`,
  )
  return `/${[command, ...options].join(' ')}`
}

/** Everything on record of meetings, and all that was said to others. */
async function state(here: World): Promise<string> {
  const { rows } = await here.database.store.pool.query({
    name: 'state-of-meetings',
    text: `${tables
      .map((one) => `select '${one}', md5(string_agg(t::text, '|' order by t::text)) from ${one} t`)
      .join(' union all ')} order by 1`,
  })
  return JSON.stringify([rows, here.delivered.length, here.announced.length])
}

const tables = [
  'meetings', 'meeting_series', 'invitations', 'meeting_changes', 'meeting_guests', 'meeting_notes', 'agenda_items', 'action_items', 'speakers',
  'resolutions', 'objections', 'polls', 'poll_slots', 'poll_votes', 'silence_procedures', 'calendar_feeds', 'calendar_letters', 'calendar_switches',
] // biome-ignore format: a list
