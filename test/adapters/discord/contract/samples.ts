import { expect } from 'vitest'

import { buttonId, stepId } from '../../../../adapters/discord/api/customIds.ts'
import { modalOf } from '../../../../adapters/discord/forms/modal.ts'
import { encodeButton } from '../../../../src/core/button.ts'
import { findCommand } from '../../../../src/core/catalog.ts'
import type { Form, Invocation } from '../../../../src/core/invocation.ts'
import type { Json } from '../../../../src/core/json.ts'
import { app, places } from '../../../support/discord/far/defaults.ts'
import { ping } from '../../../support/discord/sent/common.ts'
import { messageCommand, slash } from '../../../support/discord/sent/interactions.ts'
import { press, submit } from '../../../support/discord/sent/presses.ts'
import { freshId } from '../../contract/declare.ts'
import type { DeliveryReceipt, Recorded, Table } from '../../contract/subject.ts'
import { caller, type DiscordBench, people } from './bench.ts'

type Where = 'channel' | 'thread' | 'direct'

const standing = '1310000000000009001'
const title = 'Chapter on adaptation'

const listed = { kind: 'fields', command: 'meeting list', fields: { words: 'a|b' } } as const
const grouped = {
  kind: 'fields',
  command: 'meeting agenda add',
  fields: { meeting: 'M12', item: 'Budget' },
} as const
const pressed = { ...listed, confirmed: false, ask: false } as const
const sent = { kind: 'fields', command: 'meeting schedule', fields: { title } } as const
const about = {
  kind: 'fields',
  command: 'meeting schedule',
  fields: {
    title: 'Shall we meet?',
    link: `https://discord.com/channels/${places.guild}/${places.channel}/${standing}`,
  },
  ask: true,
} as const

/** What Discord sends, as it is written down in its documentation. */
export const events: Table<Recorded<DiscordBench>> = {
  'a command in a channel': recorded('channel', listed, list('channel')),
  'a command in a thread': recorded('thread', listed, list('thread')),
  'a command in the direct conversation': recorded('direct', listed, list('direct')),
  'a command in a group of commands': recorded('channel', grouped, ({ far }) => {
    const command = { command: 'meeting agenda add', options: { meeting: 'M12', item: 'Budget' } }
    return slash(far, { ...command, by: caller.id, where: places.channel })
  }),
  'a command of the menu of a message': {
    ...recorded('channel', about, ({ far, stood }) => {
      const body = { content: 'Shall we meet?' }
      const message = stood({ id: standing, author: people[1].id, channel: places.channel, body })
      return messageCommand(far, { by: caller.id, label: 'Meet about this', message })
    }),
    wanted: { ...asked('channel', about), message: `${places.channel}:${standing}` },
  },
  'a press in a channel': recorded('channel', pressed, pressing('channel')),
  'a press in a message that only its reader sees': recorded('channel', pressed, pressing('channel', true)),
  'a press in the direct conversation': standingIn(recorded('direct', pressed, pressing('direct'))),
  'a form in a channel': recorded('channel', sent, form('channel')),
  'a form in the direct conversation': recorded('direct', sent, form('direct')),
}

/** What is none of the bot’s business. */
export const ignored: Table<(bench: DiscordBench) => Promise<DeliveryReceipt>> = {
  'a question whether somebody is there': (bench) => bench.bring(freshId(), () => ping(bench.far)),
}

type Make = (bench: DiscordBench) => Json

function recorded(where: Where, input: Invocation['input'], make: Make): Recorded<DiscordBench> {
  return {
    room: where !== 'direct',
    wanted: asked(where, input),
    bring: (bench, id) => bench.bring(id, () => make(bench)),
  }
}

/** The answer replaces the message with the button, which is named for that. */
function standingIn(one: Recorded<DiscordBench>): Recorded<DiscordBench> {
  return {
    ...one,
    wanted: { ...one.wanted, pressed: expect.stringMatching(new RegExp(`^${caller.direct} \\d+$`)) },
  }
}

function asked(where: Where, input: Invocation['input']): Omit<Invocation, 'deliveryId'> {
  const direct = where === 'direct'
  const tenant = direct ? '-' : places.guild
  const met = direct ? 'a direct message' : `the server ${places.guild}`
  return {
    caller: { platform: 'discord', tenant: '-', account: caller.id },
    place: { platform: 'discord', tenant, channel: channelOf(where), private: direct },
    profile: { locale: caller.locale, called: `“Ana” (ana), met in ${met}` },
    input,
  }
}

function channelOf(where: Where): string {
  return where === 'direct' ? caller.direct : places[where]
}

function list(where: Where): Make {
  const command = { command: 'meeting list', options: { words: 'a|b' } }
  return ({ far }) => slash(far, { ...command, by: caller.id, where: channelOf(where) })
}

function pressing(where: Where, alone = false): Make {
  const buttonData = encodeButton({ command: 'meeting list', values: { words: 'a|b' } })
  const button = { type: 2, style: 2, label: 'Look', custom_id: buttonId(0, buttonData, undefined) }
  const body = { content: 'What now?', components: [{ type: 1, components: [button] }] }
  return ({ far, stood }) => {
    const only = alone ? { onlyFor: caller.id } : {}
    const message = stood({ id: far.mint(), author: app.id, channel: channelOf(where), body, ...only })
    return press(far, message, 'Look', { by: caller.id })
  }
}

/** A form that was filled in; `draft` names the one that was opened. */
export function form(where: Where, draft?: string): Make {
  return (bench) => {
    const { far, host } = bench
    const { options = {} } = findCommand(host.catalog, 'meeting schedule')?.command ?? {}
    const fields = Object.entries(options).map(([name, option]) => ({ name, option }))
    const shown: Form = { command: 'meeting schedule', title: '/meeting schedule', given: {}, fields }
    const named = draft ?? far.mint()
    const customId = stepId('form', { draft: named, step: 0, command: shown.command, prompted: false })
    const data = { ...modalOf(shown, { step: 0, customId, choices: new Map() }) }
    const opener = slash(far, {
      command: shown.command,
      by: caller.id,
      where: channelOf(where),
      loose: true,
    })
    return submit(far, { interaction: far.interactions.register(opener), data }, { title })
  }
}
