import { type Json, object } from '../../../../src/core/json.ts'
import { type Button, block, message } from '../../../../src/core/message.ts'
import { done } from '../../../support/stubHost.ts'
import { app } from '../../../support/teams/far/defaults.ts'
import { type ActivityFields, submitted } from '../../../support/teams/sent/activities.ts'
import { cardAction, taskFetch, taskSubmit } from '../../../support/teams/sent/invokes.ts'
import { findAction } from '../../../support/teams/shown/cards.ts'
import { freshId, until } from '../../contract/declare.ts'
import { listedWith } from '../../contract/listed.ts'
import type { Table } from '../../contract/subject.ts'
import { caller, rooms, type TeamsBench } from './bench.ts'
import { events } from './samples.ts'

/** Shows a button, and presses it, in each place that Teams has for one. */
export const buttons: Table<(bench: TeamsBench, button: Button, times?: number) => Promise<unknown>> = {
  async 'a channel’s message'(bench, button, times) {
    await announce(bench, rooms[0], button)
    return press(bench, button, { where: 'channel' }, times)
  },
  async 'a message that only its reader sees'(bench, button, times) {
    bench.host.answer = () => done(saidWith(button))
    await events['a mention in a group chat']?.bring(bench, freshId())
    return press(bench, button, { where: 'groupChat' }, times)
  },
  async 'the personal chat'(bench, button, times) {
    const account = caller.aadObjectId
    const to = { platform: 'teams', tenant: app.tenant, account, email: null, name: 'Ana' }
    await bench.adapter.post(to, saidWith(button), freshId())
    return press(bench, button, { where: 'personal' }, times)
  },
  async 'a list of the personal chat'(bench, button, times) {
    const account = caller.aadObjectId
    const to = { platform: 'teams', tenant: app.tenant, account, email: null, name: 'Ana' }
    await bench.adapter.post(to, listedWith(button), freshId())
    return press(bench, button, { where: 'personal' }, times)
  },
  async 'a client that knows no better'(bench, button, times) {
    await announce(bench, rooms[1], button)
    const shown = await shownIn(bench, button)
    const data = object(object(shown['fallback'] ?? shown)['data'])
    return repeated(times, () => {
      const there = bench.at({ where: 'groupChat' })
      return bench.bring(opens(data) ? taskFetch(data, there) : submitted(data, there))
    })
  },
  async 'the answer to a form'(bench, button, times) {
    bench.host.answer = () => done(saidWith(button))
    await events['a form']?.bring(bench, freshId())
    const shown = await shownIn(bench, button)
    // A dialog sends what it holds, whatever its buttons are.
    return repeated(times, () =>
      bench.bring(taskSubmit(object(shown['data']), bench.at({ where: 'personal' }))),
    )
  },
}

function announce(bench: TeamsBench, channel: string, button: Button): Promise<void> {
  const room = { platform: 'teams', tenant: app.tenant, channel, private: false }
  return bench.adapter.announce(room, saidWith(button), freshId())
}

function saidWith(button: Button) {
  return message('What now?', block.buttons(button))
}

async function press(
  bench: TeamsBench,
  button: Button,
  given: ActivityFields,
  times?: number,
): Promise<unknown> {
  const action = await shownIn(bench, button)
  const data = object(action['data'])
  return repeated(times, () => {
    const there = bench.at(given)
    return bench.bring(action['type'] === 'Action.Execute' ? cardAction(data, there) : taskFetch(data, there))
  })
}

function repeated(times = 1, bring: () => Promise<unknown>): Promise<unknown> {
  return Promise.all(Array.from({ length: times }, bring))
}

/** The button as it stands in what was shown last; what was asked for that is forgotten. */
async function shownIn(bench: TeamsBench, { label }: Button): Promise<Json> {
  const held = () => bench.holds().findLast((one) => JSON.stringify(one).includes(JSON.stringify(label)))
  await until('it is shown', () => held() !== undefined)
  bench.host.asked.length = 0
  return findAction(held() ?? {}, label)
}

function opens(data: Json): boolean {
  return object(data['msteams'])['type'] === 'task/fetch'
}
