import { type Button, block, message } from '../../../../src/core/message.ts'
import { blockActions, eventCallback, type Json, object } from '../../../support/slack/payloads.ts'
import { findButton, type PressPlace } from '../../../support/slack/world.ts'
import { done } from '../../../support/stubHost.ts'
import { freshId } from '../../contract/declare.ts'
import { listedWith } from '../../contract/listed.ts'
import type { Table } from '../../contract/subject.ts'
import type { SlackBench } from './bench.ts'
import { events } from './samples.ts'

/** Shows a button, and presses it, in each place that Slack has for one. */
export const buttons: Table<(bench: SlackBench, button: Button, times?: number) => Promise<unknown>> = {
  async 'a channel’s message'(bench, button, times) {
    const place = { platform: 'slack', tenant: 'T1', channel: 'C1', private: false }
    await bench.adapter.announce(place, saidWith(button), freshId())
    return press(bench, button, 'channel', 'C1', times)
  },
  async 'a message that only its reader sees'(bench, button, times) {
    bench.host.answer = () => done(saidWith(button))
    await events['a slash command in a channel']?.bring(bench, freshId())
    return press(bench, button, 'ephemeral', 'C1', times)
  },
  async 'a direct message'(bench, button, times) {
    const to = { platform: 'slack', tenant: 'T1', account: 'U1', email: null, name: 'Ana' }
    await bench.adapter.post(to, saidWith(button), freshId())
    return press(bench, button, 'direct', 'DU1', times)
  },
  async 'a list of a direct message'(bench, button, times) {
    const to = { platform: 'slack', tenant: 'T1', account: 'U1', email: null, name: 'Ana' }
    await bench.adapter.post(to, listedWith(button), freshId())
    return press(bench, button, 'direct', 'DU1', times)
  },
  async 'the home tab'(bench, button, times) {
    bench.host.page = saidWith(button)
    await bench.tell(eventCallback('app_home_opened'))
    return press(bench, button, 'home', 'DU1', times)
  },
  async 'the answer to a form'(bench, button, times) {
    bench.host.answer = () => done(saidWith(button))
    await events['a form']?.bring(bench, freshId())
    return press(bench, button, 'modal', 'DU1', times)
  },
}

function saidWith(button: Button) {
  return message('What now?', block.buttons(button))
}

function press(
  bench: SlackBench,
  { label }: Button,
  where: PressPlace,
  channel: string,
  times = 1,
): Promise<unknown> {
  bench.host.asked.length = 0
  const { action } = findButton(
    bench.holds().findLast((held) => has(held, label)),
    label,
  )
  const viewId = `V${freshId()}`
  const once = () => {
    const given = {
      channel,
      viewId,
      trigger: bench.triggerFor(freshId()),
      responseUrl: bench.urlFor(channel),
    }
    return bench.act(blockActions(where, action, given))
  }
  return Promise.all(Array.from({ length: times }, once))
}

function has(held: Json, label: string): boolean {
  return JSON.stringify(object(held)['blocks'] ?? []).includes(JSON.stringify(label))
}
