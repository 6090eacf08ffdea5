import type { FirstSteps } from '../../../db/directory/upkeep/firstSteps.ts'
import { type Button, button } from '../../../src/core/message.ts'

export type StepName = Exclude<keyof FirstSteps, 'inUse'>

export interface Step {
  readonly what: string
  /** How to do it by a line. */
  readonly line: string
  readonly button: Button
}

export const setUpSteps: Readonly<Record<StepName, Step>> = {
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

export const order = ['entities', 'groups', 'people', 'roles', 'rooms'] as const

/** The first step that is not done; undefined once all of them are. */
export function nextOf(done: FirstSteps): StepName | undefined {
  return order.find((step) => !done[step])
}
