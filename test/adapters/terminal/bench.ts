import { PassThrough } from 'node:stream'

import { createTerminal, type Terminal, type TerminalOptions } from '../../../adapters/terminal/index.ts'
import type { Host, Recipient } from '../../../src/core/adapter.ts'
import { type Catalog, everyone } from '../../../src/core/catalog.ts'
import { settableClock } from '../../../src/core/clock.ts'
import type { Answer, Invocation } from '../../../src/core/invocation.ts'
import { type Message, message } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'

const catalog: Catalog = [
  {
    name: 'meeting',
    about: 'Meetings',
    commands: [
      {
        name: 'schedule',
        about: 'Plan one',
        options: {
          title: required(option.text({ about: 'What it is about' })),
          start: required(option.moment({ about: 'When it begins' })),
          kind: option.choice({ about: 'What kind', choices: ['regular', 'briefing'] }),
        },
        access: everyone,
        audience: 'caller',
        examples: [],
        changes: true,
      },
    ],
  },
]

/** A terminal with both its ends in the test's hands. */
export interface Bench {
  readonly terminal: Terminal
  readonly input: PassThrough
  readonly asked: Invocation[]
  shown(): string
  json(): Record<string, unknown>[]
}

export type Reply = (invocation: Invocation) => Answer | Promise<Answer>

/** A terminal whose bot answers as the test says; `given` names the folder for its files. */
export function bench(
  reply: Reply,
  given: Partial<TerminalOptions> & Pick<TerminalOptions, 'dataDir'>,
  suggest: Host['suggest'] = async () => [],
): Bench {
  const input = new PassThrough()
  const output = new PassThrough()
  let text = ''
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const asked: Invocation[] = []
  const host: Pick<Host, 'catalog' | 'dispatch' | 'suggest'> = {
    catalog,
    suggest,
    async dispatch(invocation) {
      asked.push(invocation)
      return reply(invocation)
    },
  }
  const terminal = createTerminal({
    host,
    input,
    output,
    interactive: false,
    colour: false,
    width: () => 0,
    json: false,
    reachesByEmail: true,
    speaker: 'secretariat@compact.example',
    clock: settableClock(new Date('2026-12-01T09:00:00Z')),
    settle: async () => undefined,
    ...given,
  })
  return {
    terminal,
    input,
    asked,
    shown: () => text,
    json: () =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}

export function done(said: Message | string = 'Done.'): Answer {
  return { outcome: 'done', audience: 'caller', message: typeof said === 'string' ? message(said) : said }
}

export function refused(text: string): Answer {
  return { ...done(text), outcome: 'refused' }
}

export function echo({ input }: Invocation): Answer {
  return done(input.kind === 'line' ? `heard ${input.text}` : `pressed ${input.command}`)
}

export function someone(email: string): Recipient {
  return { platform: 'terminal', tenant: 'local', account: email, email, name: 'Focal point' }
}

/** Lets everything that waits for nothing but itself go on. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
