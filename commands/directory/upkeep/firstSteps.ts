import { type FirstSteps, firstSteps } from '../../../db/directory/upkeep/firstSteps.ts'
import {
  type SecretariatToGreet,
  secretariatToGreet,
} from '../../../db/directory/upkeep/secretariatToGreet.ts'
import type { Db, Trx } from '../../../db/store/db.ts'
import type { Caller } from '../../../src/core/feature/caller.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { type Block, block, button, code, message, type Rich, rich } from '../../../src/core/message.ts'
import type { HomeContext, HomePart } from '../../define.ts'
import { nextOf, order, type StepName, setUpSteps } from './steps.ts'

/**
 * What the secretariat of a new directory does next, in order, with what is done ticked off; nothing for anybody else,
 * and once there are entities, groups, people and roles.
 */
export async function whatIsNext(db: Db, caller: Pick<Caller, 'isSecretariat'>): Promise<readonly Block[]> {
  if (!caller.isSecretariat) return []
  const done = await firstSteps(db)
  const next = nextOf(done)
  return next === undefined || next === 'rooms' ? [] : stepBlocks(done, next)
}

function stepBlocks(done: FirstSteps, next: StepName): readonly Block[] {
  const { line, button: press } = setUpSteps[next]
  return [
    block.text('Your own directory, step by step:'),
    block.list(order.map((step): Rich => rich`${done[step] ? '✓' : '☐'} ${setUpSteps[step].what}`)),
    block.text(
      rich`Next: ${code(line)}. A spreadsheet as you keep it will do: you are shown first what it would change.`,
    ),
    block.buttons(press, button('How to import', 'help', { feature: 'directory', action: 'import' })),
  ]
}

/** The same on the bot's own page. */
export async function firstStepsHome({ db, caller }: HomeContext): Promise<readonly HomePart[]> {
  const blocks = await whatIsNext(db, caller)
  return blocks.length === 0 ? [] : [{ title: 'Setting up', blocks }]
}

const nothingDone: FirstSteps = {
  entities: false,
  groups: false,
  people: false,
  roles: false,
  rooms: false,
  inUse: false,
}

/** Greets each of the secretariat of a new deployment with what to do first. */
export const welcome: Rule<Trx, SecretariatToGreet> = {
  key: 'first-steps',
  about: 'What to do first with an empty directory',
  audience: [
    {
      who: 'the secretariat of a directory without entities',
      due: (trx, { limit }) => secretariatToGreet(trx, limit),
    },
  ],
  moments: [onTime],
  // Comes at any hour, since whoever installs the bot is waiting for it.
  urgency: 'urgent',
  stops: 'There are entities.',
  text: () =>
    message(
      'Welcome. I am ready, and the directory is empty: nobody but the secretariat is in it yet.',
      ...stepBlocks(nothingDone, 'entities'),
    ),
  why: () => ({ as: 'of the secretariat', otherwise: leaveRule('first-steps') }),
  uselessAfter: () => undefined,
}
