import { type FirstSteps, firstSteps } from '../../../db/directory/upkeep/firstSteps.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Caller } from '../../../src/core/feature/caller.ts'
import { type Block, type Button, block, button, code, type Rich, rich } from '../../../src/core/message.ts'
import type { HomeContext, HomePart } from '../../define.ts'

interface Step {
  readonly what: string
  /** How to do it by a line. */
  readonly line: string
  readonly button: Button
}

const steps: Readonly<Record<keyof FirstSteps, Step>> = {
  entities: {
    what: 'Entities: the organizations that take part',
    line: '/directory import entities.xlsx',
    button: { ...button('Add an entity', 'directory add entity', {}, 'primary'), ask: true },
  },
  groups: {
    what: 'Working groups',
    line: '/wg add',
    button: { ...button('Set up a group', 'wg add', {}, 'primary'), ask: true },
  },
  people: {
    what: 'People: each with an e-mail address and the entity that they stand for',
    line: '/directory import people.xlsx',
    button: { ...button('Add a person', 'directory add person', {}, 'primary'), ask: true },
  },
  roles: {
    what: 'Roles: who chairs which group, who is a member',
    line: '/wg appoint',
    button: { ...button('Appoint somebody', 'wg appoint', {}, 'primary'), ask: true },
  },
  rooms: {
    what: 'Rooms: in each group’s channel, the channel bound to the group',
    line: '/wg bind',
    button: { ...button('Bind this channel', 'wg bind'), ask: true },
  },
}

const order = ['entities', 'groups', 'people', 'roles', 'rooms'] as const

/**
 * What the secretariat of a new directory does next, in order, with what is done ticked off; nothing for anybody else,
 * and once there are entities, groups, people and roles.
 */
export async function whatIsNext(db: Db, caller: Pick<Caller, 'isSecretariat'>): Promise<readonly Block[]> {
  if (!caller.isSecretariat) return []
  const done = await firstSteps(db)
  const next = order.find((step) => !done[step])
  if (next === undefined || next === 'rooms') return []
  const { line, button: press } = steps[next]
  return [
    block.text('Your own directory, step by step:'),
    block.list(order.map((step): Rich => rich`${done[step] ? '✓' : '☐'} ${steps[step].what}`)),
    block.text(
      rich`Next: ${code(line)}. A spreadsheet as you keep it will do: it is shown first what it would change.`,
    ),
    block.buttons(press, button('How to import', 'help', { feature: 'directory', action: 'import' })),
  ]
}

/** The same on the bot's own page. */
export async function firstStepsHome({ db, caller }: HomeContext): Promise<readonly HomePart[]> {
  const blocks = await whatIsNext(db, caller)
  return blocks.length === 0 ? [] : [{ title: 'Setting up', blocks }]
}
