import { type Button, block, message } from '../../../../src/core/message.ts'
import { blockActions, eventCallback, type Json, object } from '../../../support/slack/payloads.ts'
import { findButton, type PressPlace } from '../../../support/slack/world.ts'
import { done } from '../../../support/stubHost.ts'
import { freshId } from '../../contract/declare.ts'
import type { Table } from '../../contract/subject.ts'
import type { SlackBench } from './bench.ts'
import { events } from './samples.ts'

/** Shows a button, and presses it, in each place that Slack has for one. */
export const buttons: Table<(bench: SlackBench, button: Button) => Promise<unknown>> = {
  async 'a channel’s message'(bench, button) {
    const place = { platform: 'slack', tenant: 'T1', channel: 'C1', private: false }
    await bench.adapter.announce(place, saidWith(button), freshId())
    return press(bench, button, 'channel', 'C1')
  },
  async 'a message that only its reader sees'(bench, button) {
    bench.host.answer = () => done(saidWith(button))
    await events['a slash command in a channel']?.bring(bench, freshId())
    return press(bench, button, 'ephemeral', 'C1')
  },
  async 'a direct message'(bench, button) {
    const to = { platform: 'slack', tenant: 'T1', account: 'U1', email: null, name: 'Ana' }
    await bench.adapter.post(to, saidWith(button), freshId())
    return press(bench, button, 'direct', 'DU1')
  },
  async 'the home tab'(bench, button) {
    bench.host.page = saidWith(button)
    await bench.tell(eventCallback('app_home_opened'))
    return press(bench, button, 'home', 'DU1')
  },
  async 'the answer to a form'(bench, button) {
    bench.host.answer = () => done(saidWith(button))
    await events['a form']?.bring(bench, freshId())
    return press(bench, button, 'modal', 'DU1')
  },
}

function saidWith(button: Button) {
  return message('What now?', block.buttons(button))
}

function press(bench: SlackBench, { label }: Button, where: PressPlace, channel: string) {
  bench.host.asked.length = 0
  const { action } = findButton(
    bench.holds().findLast((held) => has(held, label)),
    label,
  )
  const given = { channel, trigger: bench.triggerFor(freshId()), responseUrl: bench.urlFor(channel) }
  return bench.act(blockActions(where, action, given))
}

function has(held: Json, label: string): boolean {
  return JSON.stringify(object(held)['blocks'] ?? []).includes(JSON.stringify(label))
}
