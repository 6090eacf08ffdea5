import { setTimeout as sleep } from 'node:timers/promises'

import { type Json, object, text } from '../../../../src/core/json.ts'
import type { Posted } from '../far/asked.ts'
import type { Delivered, FarSide } from '../far/face.ts'
import type { Modal } from '../far/interacting.ts'
import { autocomplete, messageCommand, slash, type Value } from '../sent/interactions.ts'
import { press, submit } from '../sent/presses.ts'
import type { Sending } from '../sent/signed.ts'
import { type Role, users } from './people.ts'

/** What became of an interaction. */
export interface Turn {
  /** As it was brought; it may be brought again. */
  readonly interaction: Json
  /** The answer as it stands: a message of its own, or the one whose button was pressed. */
  readonly posted: Posted | undefined
  /** All messages that answer it, the first answer before those that followed. */
  readonly all: readonly Posted[]
  /** The form that it opened. */
  readonly modal: Modal | undefined
  /** What was offered in typeahead. */
  readonly choices: readonly { readonly name: string; readonly value: string }[]
  /** The type of the first answer; undefined where Discord took none. */
  readonly answeredWith: number | undefined
  /** What was answered, where it was brought by HTTP. */
  readonly delivered: Delivered | undefined
}

export type Options = Readonly<Record<string, Value>>

/** What people do in Discord. A place is a channel’s id or `direct`; the group’s channel unless told. */
export interface Speaking {
  slash(by: Role, command: string, options?: Options, where?: string): Promise<Turn>
  /** A command of the menu of a message. */
  shortcut(by: Role, label: string, message: Posted): Promise<Turn>
  /** The button of this label in a message as it stands now; by the secretariat unless told. */
  press(message: Posted | undefined, label: string, by?: Role): Promise<Turn>
  /** Sends off a form with these values put in, by whoever it was opened for. */
  submit(modal: Modal | undefined, values?: Parameters<typeof submit>[2]): Promise<Turn>
  /** Types into an option with typeahead; what is typed is among the options. */
  type(by: Role, command: string, options: Options, focused: string, where?: string): Promise<Turn>
  /** Brings an interaction, by HTTP to one process or by the gateway to all, and waits for the answer. */
  bring(interaction: Json, base?: string, sending?: Sending): Promise<Turn>
}

/** By HTTP to this address, or by the gateway where there is none. */
export function bringing(far: FarSide, home: string | undefined): Speaking {
  const idOf = (role: Role) => users[role].id
  const at = (by: Role, where: string | undefined) => ({
    by: idOf(by),
    ...(where === undefined ? {} : { where }),
  })

  const speaking: Speaking = {
    async bring(interaction, base = home, sending = {}) {
      if (base === undefined) {
        far.emit(interaction)
        await answered(far, interaction)
        return turnOf(far, interaction, undefined)
      }
      const delivered = await far.deliver(base, interaction, sending)
      if (delivered.status < 300) await answered(far, interaction)
      return turnOf(far, interaction, delivered)
    },
    slash: (by, command, options = {}, where) =>
      speaking.bring(slash(far, { command, options, ...at(by, where) })),
    shortcut: (by, label, message) => speaking.bring(messageCommand(far, { label, message, by: idOf(by) })),
    async press(message, label, by = 'secretariat') {
      if (!message) throw new Error(`there is no message with a button ${label}`)
      return speaking.bring(press(far, message, label, { by: idOf(by) }))
    },
    async submit(modal, values = {}) {
      if (!modal) throw new Error('no form was opened')
      return speaking.bring(submit(far, modal, values))
    },
    type: (by, command, options, focused, where) =>
      speaking.bring(autocomplete(far, { command, options, focused, ...at(by, where) })),
  }
  return speaking
}

/** In milliseconds; a test has then waited enough for an answer that was put off. */
const lateAnswerMs = 60_000

/** Waits until there is an answer, and where it was put off until it is there. */
async function answered(far: FarSide, interaction: Json): Promise<void> {
  const began = performance.now()
  for (;;) {
    const { answeredWith, original } = far.interactions.find(String(interaction['id'])) ?? {}
    const waits = far.messages.some((one) => one.id === original && one.loading)
    const most = answeredWith === undefined ? far.waitsMs + 200 : lateAnswerMs
    if ((answeredWith !== undefined && !waits) || performance.now() - began > most) return
    await sleep(5)
  }
}

function turnOf(far: FarSide, interaction: Json, delivered: Delivered | undefined): Turn {
  const id = String(interaction['id'])
  const { answeredWith, original } = far.interactions.find(id) ?? {}
  const choices = (far.interactions.choices.get(id) ?? []).map(object)
  return {
    ...{ interaction, answeredWith, delivered },
    posted: far.messages.find((one) => one.id === original),
    all: far.messages.filter((one) => one.interaction === id),
    modal: far.modals.find((one) => one.interaction.id === id),
    choices: choices.map(({ name, value }) => ({ name: text(name) ?? '', value: text(value) ?? '' })),
  }
}
