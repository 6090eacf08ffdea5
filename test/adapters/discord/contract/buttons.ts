import { type Button, block, message } from '../../../../src/core/message.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { press } from '../../../support/discord/sent/presses.ts'
import { done } from '../../../support/stubHost.ts'
import { freshId } from '../../contract/declare.ts'
import { listedWith } from '../../contract/listed.ts'
import type { Table } from '../../contract/subject.ts'
import { caller, type DiscordBench } from './bench.ts'
import { events } from './samples.ts'

/** Shows a button, and presses it, in each place that Discord has for one. */
export const buttons: Table<(bench: DiscordBench, button: Button, times?: number) => Promise<unknown>> = {
  async 'a channel’s message'(bench, button, times) {
    const room = { platform: 'discord', tenant: places.guild, channel: places.channel, private: false }
    await bench.adapter.announce(room, saidWith(button), freshId())
    return pressed(bench, button, times)
  },
  'a message that only its reader sees': answering('a command in a thread'),
  'the answer to a form': answering('a form in a channel'),
  'an answer in the direct conversation': answering('a command in the direct conversation'),
  async 'a list of a direct message'(bench, button, times) {
    const to = { platform: 'discord', tenant: '-', account: caller.id, email: null, name: 'Ana' }
    await bench.adapter.post(to, listedWith(button), freshId())
    return pressed(bench, button, times)
  },
  async 'a direct message'(bench, button, times) {
    const to = { platform: 'discord', tenant: '-', account: caller.id, email: null, name: 'Ana' }
    await bench.adapter.post(to, saidWith(button), freshId())
    return pressed(bench, button, times)
  },
}

function answering(event: string) {
  return async (bench: DiscordBench, button: Button, times?: number): Promise<unknown> => {
    bench.host.answer = () => done(saidWith(button))
    await events[event]?.bring(bench, freshId())
    return pressed(bench, button, times)
  }
}

function saidWith(button: Button) {
  return message('What now?', block.buttons(button))
}

/** The button as it stands in what was shown; what was asked for that is forgotten. */
function pressed(bench: DiscordBench, { label }: Button, times = 1): Promise<unknown> {
  bench.host.asked.length = 0
  const shown = bench.far.messages.findLast(({ body }) => JSON.stringify(body).includes(label))
  if (!shown) throw new Error(`no message with a button ${label} is there`)
  // All are made before the first is brought: that may change what stands there.
  const presses = Array.from({ length: times }, () => press(bench.far, shown, label, { by: caller.id }))
  return Promise.all(presses.map((one) => bench.bring(freshId(), () => one)))
}
