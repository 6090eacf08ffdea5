import { expect } from 'vitest'

import type { Button } from '../../../src/core/message.ts'
import { awkward } from './awkward.ts'
import { check, until } from './declare.ts'
import type { Bench, Subject } from './subject.ts'

const plain: Button = { label: 'Call it off', command: 'meeting cancel', values: { meeting: 'M12' } }

/** Buttons by what is special about them. */
const buttons: Readonly<Record<string, Button>> = {
  'a button': plain,
  'a button without values': { ...plain, command: 'meeting list', values: {} },
  'a button for an action in a group': { ...plain, command: 'meeting agenda add' },
  'a confirmed button': { ...plain, confirmed: true, style: 'danger' },
  'a button that asks for the form': { ...plain, ask: true },
  'a confirmed button that asks for the form': { ...plain, confirmed: true, ask: true },
  'a button with signs of every kind': {
    ...plain,
    values: { ...plain.values, reason: Object.values(awkward).join(' / ') },
  },
  'a button with thousands of characters': {
    ...plain,
    values: { ...plain.values, reason: `${'𠮷 <@U1> | % = '.repeat(500)}end` },
  },
}

/** A press is the command that the button carries. */
export function pressed<B extends Bench>(subject: Subject<B>): void {
  for (const [place, press] of Object.entries(subject.buttons)) {
    for (const [kind, button] of Object.entries(buttons)) {
      check(subject, `${kind} in ${place} is the command that it carries`, async (bench) => {
        await press(bench, button)
        await until('it is dispatched', () => bench.host.asked.length > 0)
        const { command, values, confirmed = false, ask = false } = button
        expect(bench.host.asked.map(({ input }) => input)).toEqual([
          { kind: 'fields', command, fields: values, confirmed, ask },
        ])
      })
    }
  }
}
