import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'

import { createTerminal } from '../../../adapters/terminal/index.ts'
import { settableClock } from '../../../src/core/clock.ts'
import type { Button } from '../../../src/core/message.ts'
import { block, message } from '../../../src/core/message.ts'
import { pairedIsolates } from '../../../src/core/text/direction/isolate.ts'
import { done, stubHost } from '../../support/stubHost.ts'
import { adapterContract } from '../contract/contract.ts'
import { until } from '../contract/declare.ts'
import type { Bench, DeliveryReceipt } from '../contract/subject.ts'

interface TerminalBench extends Bench {
  readonly folder: string
  type(line: string): Promise<DeliveryReceipt>
  /** Nobody reads any more. */
  leave(): void
}

const speaker = 'ana@compact.example'
const lines = 'a line ends there, and another one begins'

adapterContract<TerminalBench>({
  name: 'the terminal',
  open: terminalBench,
  headings: false,
  events: {
    'a typed line': {
      room: false,
      wanted: {
        caller: { platform: 'terminal', tenant: 'local', account: speaker },
        place: { platform: 'terminal', tenant: 'local', channel: speaker, private: true },
        vouchedEmail: speaker,
        input: { kind: 'line', text: '/meeting list' },
      },
      bring: (bench) => bench.type('/meeting list'),
    },
  },
  repeats: { notSupported: 'a line is typed once, and has no id of its own' },
  ignored: { notSupported: 'nobody else writes there, and nothing is edited or deleted' },
  typed: {
    bring: (bench, text) => bench.type(`/meeting list ${text}`),
    cannot: { 'line ends of another system': lines },
  },
  files: {
    remote: false,
    ways: {
      async 'its path'(bench, _id, { name, content }) {
        const path = join(bench.folder, name)
        await writeFile(path, content)
        return bench.type(`/meeting import ${path}`)
      },
    },
  },
  buttons: {
    async 'an answer'(bench: TerminalBench, button: Button) {
      bench.host.answer = () => done(message('What now?', block.buttons(button)))
      await bench.type('/meeting list')
      await until('it is answered', () => bench.seen().some(({ text }) => text.includes(button.label)))
      bench.host.asked.length = 0
      return bench.type('1')
    },
  },
  doubleClick: { notSupported: 'a button is the line that its number stands for, typed once' },
  sendForm: { notSupported: 'what is missing is asked for at the prompt, one question after another' },
  ackMs: { notSupported: 'the prompt waits as long as it takes' },
  closeLate: { notSupported: 'the answer has no other way than the screen' },
  limits: [80, 4_096],
  people: [person(speaker, 'Ana'), person('ben@compact.example', 'Ben')],
  rooms: { notSupported: 'one person sits there alone' },
  deliveries: { notSupported: 'a delivery is a line on the screen, which nothing limits or breaks off' },
  refusals: {
    'nobody reads any more': { to: 'person', means: 'retryable', order: (bench) => bench.leave() },
    'there are no rooms': { to: 'room', means: 'gone', order: () => undefined },
  },
})

async function terminalBench(): Promise<TerminalBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'terminal-contract-'))
  const input = new PassThrough()
  const output = new PassThrough()
  let words = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    words += text
  })
  const clock = settableClock()
  const host = stubHost(clock)
  const adapter = createTerminal({
    host,
    input,
    output,
    clock,
    dataDir,
    speaker,
    reachesByEmail: true,
    interactive: false,
    colour: false,
    width: () => 0,
    json: false,
    settle: async () => undefined,
  })
  await adapter.start()
  const ended = adapter.run()
  return {
    adapter,
    host,
    folder: dataDir,
    clock,
    async type(line) {
      input.write(`${line}\n`)
      return { acknowledged: true, ms: 0 }
    },
    leave: () => void output.emit('error', new Error('EPIPE')),
    seen: () =>
      words === ''
        ? []
        : [{ by: 'caller', direct: true, text: words, fallback: words, pings: obeyed(words), wrong: [] }],
    async end() {
      input.end()
      await adapter.stop()
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function person(account: string, name: string) {
  return { platform: 'terminal', tenant: 'local', account, email: account, name }
}

/** What a terminal obeys rather than shows. */
function obeyed(text: string): string[] {
  const found = text.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067]/g) ?? []
  return pairedIsolates(text) === text ? found : [...found, 'an isolate without its end']
}
