import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TerminalOptions } from '../../../adapters/terminal/index.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { settableClock } from '../../../src/core/clock.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { bench as benchIn, calm, done, echo, type Reply, refused, someone } from './bench.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'terminal-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

function bench(reply: Reply, given: Partial<TerminalOptions> = {}, suggest?: Host['suggest']) {
  return benchIn(reply, { dataDir, ...given }, suggest)
}

describe('lines that come all at once', () => {
  it('are answered one after the other, the last one too when no line feed ends it', async () => {
    let running = 0
    const { terminal, input, shown } = bench(async (invocation) => {
      expect(++running).toBe(1)
      await calm()
      running--
      return echo(invocation)
    })
    input.end('/one\n\n# a remark\r\n/two\r\n/three')
    expect(await terminal.run()).toBe(0)
    expect(shown()).toBe('heard /one\nheard /two\nheard /three\n')
  })

  it('turn the page of a list by “next” or “more”, where the last answer has a page more', async () => {
    const { terminal, input, asked } = bench((invocation) =>
      invocation.input.kind === 'line' && invocation.input.text === '/list'
        ? done(message('page 1', block.buttons(button('Next', 'list', { page: '2' }))))
        : echo(invocation),
    )
    input.end('/list\nnext\n/list\nmore\nnext\n')
    await terminal.run()
    const turned = { kind: 'fields', command: 'list', fields: { page: '2' }, confirmed: false, ask: false }
    const list = { kind: 'line', text: '/list' }
    expect(asked.map((one) => one.input)).toEqual([
      list,
      turned,
      list,
      turned,
      { kind: 'line', text: 'next' },
    ])
  })

  it('are the command that they are where they begin with a slash, also where a button that opens its help is called so', async () => {
    const { terminal, input, asked } = bench((invocation) =>
      invocation.input.kind === 'line' && invocation.input.text === 'call for updates'
        ? {
            ...done(
              message('?', block.buttons(button('/newsletter call', 'help', { feature: 'newsletter' }))),
            ),
            outcome: 'refused',
          }
        : echo(invocation),
    )
    input.end('call for updates\n/newsletter call\n')
    await terminal.run()
    expect(asked[1]?.input).toEqual({ kind: 'line', text: '/newsletter call' })
  })

  it('press the button whose label they are; a yes is the house’s to read, but for that of an invitation', async () => {
    const offered = block.buttons(
      button('Import 2', 'apply', { import: 'I1' }),
      button('Accept', 'accept', { update: 'U1' }),
      button('Yes', 'rsvp', { answer: 'yes' }),
    )
    const { terminal, input, asked } = bench((invocation) =>
      invocation.input.kind === 'line' && invocation.input.text === '/list'
        ? done(message('page 1', offered))
        : echo(invocation),
    )
    input.end('/list\naccept\n/list\nyes\nyes\n/list\nimport\n')
    await terminal.run()
    const pressed = { kind: 'fields', confirmed: false, ask: false }
    const list = { kind: 'line', text: '/list' }
    expect(asked.map((one) => one.input)).toEqual([
      list,
      { ...pressed, command: 'accept', fields: { update: 'U1' } },
      list,
      { ...pressed, command: 'rsvp', fields: { answer: 'yes' } },
      { kind: 'line', text: 'yes' },
      list,
      { ...pressed, command: 'apply', fields: { import: 'I1' } },
    ])
  })

  it('press a button by its place in words', async () => {
    const offered = block.buttons(button('Import 2', 'apply'), button('Accept', 'accept'))
    const { terminal, input, asked } = bench((invocation) =>
      invocation.input.kind === 'line' && invocation.input.text === '/list'
        ? done(message('page 1', offered))
        : echo(invocation),
    )
    input.end('/list\nThe last one.\n/list\nfirst\nsecond\n')
    await terminal.run()
    const pressed = { kind: 'fields', confirmed: false, ask: false, fields: {} }
    const list = { kind: 'line', text: '/list' }
    expect(asked.map((one) => one.input)).toEqual([
      list,
      { ...pressed, command: 'accept' },
      list,
      { ...pressed, command: 'apply' },
      { kind: 'line', text: 'second' },
    ])
  })

  it('answer an invitation with “yes” after what was done at once, and do not take it back', async () => {
    const undo = { ...button('Undo: move it back', 'move', { meeting: 'M1' }), confirmed: true }
    const { terminal, input, asked } = bench((invocation) =>
      asked.length === 1 ? done(message('Moved.', block.buttons(undo))) : echo(invocation),
    )
    input.end('/move\nyes\n')
    await terminal.run()
    expect(asked[1]?.input).toEqual({ kind: 'line', text: 'yes' })
  })

  it('are cut at line feeds alone, so that a pasted text brings no second command', async () => {
    const { terminal, input, asked } = bench(echo)
    input.end('/update post a\u2028/update withdraw U1\r/update withdraw U2\n')
    await terminal.run()
    expect(asked.map((one) => one.input)).toEqual([
      { kind: 'line', text: '/update post a\u2028/update withdraw U1\r/update withdraw U2' },
    ])
  })

  it('keep a letter whole that two chunks share', async () => {
    const { terminal, input, asked } = bench(echo)
    const bytes = Buffer.from('/directory find Żółć\n')
    input.write(bytes.subarray(0, 17))
    input.end(bytes.subarray(17))
    await terminal.run()
    expect(asked[0]?.input).toEqual({ kind: 'line', text: '/directory find Żółć' })
  })

  it('are all answered when there are thousands', async () => {
    const { terminal, input, asked } = bench(echo, { json: true })
    input.end(Array.from({ length: 3000 }, (_, at) => `/line ${at}`).join('\n'))
    await terminal.run()
    expect(asked).toHaveLength(3000)
    expect(asked.at(-1)?.input).toEqual({ kind: 'line', text: '/line 2999' })
  })

  it('end with exit, whatever follows', async () => {
    const { terminal, input, asked } = bench(echo)
    input.end('/one\nexit\n/two\n')
    expect(await terminal.run()).toBe(0)
    expect(asked).toHaveLength(1)
  })

  it('go on after one at which the bot failed', async () => {
    const { terminal, input, json } = bench(
      (invocation) => {
        if (invocation.input.kind === 'line' && invocation.input.text === '/bad') throw new Error('no store')
        return echo(invocation)
      },
      { json: true },
    )
    input.end('/bad\n/good\n')
    expect(await terminal.run()).toBe(0)
    expect(json().map(({ ok }) => ok)).toEqual([false, true])
  })
})

describe('a disk that fills', () => {
  const full = ({ input }: Parameters<Reply>[0]): Answer =>
    input.kind === 'line' && input.text === '/full'
      ? { ...done('The disk is full.'), outcome: 'failed', diskFull: true }
      : done()

  it('ends a script with the line that was not done and an exit code, and tries none of the rest', async () => {
    const { terminal, input, asked, shown } = bench(full)
    input.end('/one\n/full\n/three\n')
    expect(await terminal.run()).toBe(1)
    expect(shown()).toBe(
      'Done.\nError: The disk is full.\nError: The script ends here, at a full disk. Not done: /full\n',
    )
    expect(asked).toHaveLength(2)
  })

  it('ends a script as well where only what an answer leads to finds no room', async () => {
    const noRoom = Object.assign(new Error('could not extend file'), { code: '53100' })
    const { terminal, input, asked, shown } = bench(full, {
      settle: async () => {
        throw noRoom
      },
    })
    input.end('/one\n/two\n')
    expect(await terminal.run()).toBe(1)
    expect(shown()).toBe(
      'Done.\nError: The disk is full. What was answered is kept; what it leads to, notices and reminders, follows once there is room.\nError: The script ends here, at a full disk.\n',
    )
    expect(asked).toHaveLength(1)
  })

  it('lets a person at the prompt make room and go on', async () => {
    const { terminal, input, asked } = bench(full, { interactive: true })
    const running = terminal.run()
    input.write('/full\n/one\n')
    await calm()
    input.end()
    expect(await running).toBe(0)
    expect(asked).toHaveLength(2)
  })
})

describe('the speaker and the clock', () => {
  it('change without an answer in JSON, and a wrong one is refused', async () => {
    const { terminal, input, asked, json } = bench(echo, { json: true })
    input.end('as focal.cted@compact.example\n/who\nas nobody\nas\nnow 2026-12-12T14:30:00Z\n')
    await terminal.run()
    expect(asked[0]?.caller.account).toBe('focal.cted@compact.example')
    expect(asked[0]?.vouchedEmail).toBe('focal.cted@compact.example')
    expect(asked[0]?.place).toEqual({
      platform: 'terminal',
      tenant: 'local',
      channel: 'focal.cted@compact.example',
      private: true,
    })
    expect(json().map(({ ok }) => ok)).toEqual([true, false, false])
  })

  it('turn before what is due is settled, and that before the next line', async () => {
    const clock = settableClock(new Date('2026-12-01T09:00:00Z'))
    const seen: string[] = []
    const { terminal, input } = bench(
      (invocation) => {
        seen.push('line')
        return echo(invocation)
      },
      {
        clock,
        settle: async ({ ticks }) => {
          await calm()
          seen.push(`${ticks} at ${clock.now().toISOString()}`)
        },
      },
    )
    input.end('now 2026-12-12T14:30:00+01:00\n/next\n')
    await terminal.run()
    expect(seen).toEqual(['true at 2026-12-12T13:30:00.000Z', 'line', 'false at 2026-12-12T13:30:00.000Z'])
  })

  it.each([
    '2026-02-30T10:00:00Z',
    '2026-12-12',
    '2026-12-12T14:30',
    'tomorrow',
    '2026-12-12T25:00:00Z',
    '1 2',
  ])('refuses %s as a moment and lets the clock stand', async (typed) => {
    const clock = settableClock(new Date('2026-12-01T09:00:00Z'))
    const { terminal, input, shown } = bench(echo, { clock })
    input.end(`now ${typed}\n`)
    await terminal.run()
    expect(shown()).toContain('Type one such as: now 2026-12-12T14:30:00Z')
    expect(clock.now().toISOString()).toBe('2026-12-01T09:00:00.000Z')
  })

  it('says when the clock goes back', async () => {
    const { terminal, input, shown } = bench(echo)
    input.end('now 2020-01-01T00:00:00Z\n')
    await terminal.run()
    expect(shown()).toBe('The clock stands at 2020-01-01T00:00:00.000Z, earlier than before.\n')
  })
})

describe('buttons', () => {
  const offer = done(
    message(
      'Which?',
      block.buttons(button('Accept', 'update accept', { update: 'U1' }), button('Return', 'update return')),
    ),
  )

  it('are chosen by their number', async () => {
    const { terminal, input, asked, shown } = bench((one) => (one.input.kind === 'line' ? offer : done()))
    input.end('/update show U1\n1\n')
    await terminal.run()
    expect(shown()).toContain('[1] Accept   [2] Return')
    expect(asked[1]?.input).toEqual({
      kind: 'fields',
      command: 'update accept',
      fields: { update: 'U1' },
      confirmed: false,
      ask: false,
    })
  })

  it('beyond the last are refused, and the ones offered stay', async () => {
    const { terminal, input, asked, json } = bench((one) => (one.input.kind === 'line' ? offer : done()), {
      json: true,
    })
    input.end('/update show U1\n3\n0\n2\n')
    await terminal.run()
    expect(json().map(({ ok, text }) => (ok ? ok : text))).toEqual([
      true,
      'There is no choice 3: the last answer offered 1 to 2.',
      'There is no choice 0: the last answer offered 1 to 2.',
      true,
    ])
    expect(asked).toHaveLength(2)
  })

  it('that answer a question are chosen by yes', async () => {
    const question: Answer = {
      ...done(
        message(
          'Sure?',
          block.buttons({ ...button('Go ahead', 'meeting cancel', { meeting: 'M1' }), confirmed: true }),
        ),
      ),
      outcome: 'asked',
    }
    const { terminal, input, asked } = bench((one) => (one.input.kind === 'line' ? question : done()))
    input.end('/meeting cancel M1\nyes\n')
    await terminal.run()
    expect(asked[1]?.input).toEqual({
      kind: 'fields',
      command: 'meeting cancel',
      fields: { meeting: 'M1' },
      confirmed: true,
      ask: false,
    })
  })

  it('are not those of whoever spoke before', async () => {
    const { terminal, input, asked } = bench(() => offer)
    input.end('/update show U1\nas focal.cted@compact.example\n1\n')
    await terminal.run()
    expect(asked).toHaveLength(1)
  })

  it('nor is a “no” an answer to the question that was put to them', async () => {
    const { terminal, input, asked, shown } = bench(() => ({ ...offer, outcome: 'asked' }))
    input.end('/update show U1\nas focal.cted@compact.example\nno\n')
    await terminal.run()
    expect(asked.at(-1)?.input).toEqual({ kind: 'line', text: 'no' })
    expect(shown()).not.toContain('Nothing was done.')
  })
})

describe('a single command', () => {
  it('ends with 0 when it was done and with 1 when it was refused', async () => {
    expect(await bench(echo, { exec: '/directory find CTED' }).terminal.run()).toBe(0)
    expect(await bench(() => refused('No.'), { exec: '/directory find CTED' }).terminal.run()).toBe(1)
    expect(await bench(echo, { exec: ' ' }).terminal.run()).toBe(1)
  })
})

describe('files', () => {
  it('are written for their owner alone and named in the answer', async () => {
    const { terminal, input, json } = bench(
      () => done(message('Here.', block.file('../../draft.json', 'application/json', '{}'))),
      {
        json: true,
      },
    )
    input.end('/newsletter export\n')
    await terminal.run()
    const path = join(dataDir, 'files', 'draft.json')
    expect(json()[0]?.['files']).toEqual([{ name: '../../draft.json', mediaType: 'application/json', path }])
    expect(JSON.stringify(json()[0]?.['message'])).not.toContain('content')
    expect(await readFile(path, 'utf8')).toBe('{}')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('of one name and two contents are kept side by side', async () => {
    const contents = ['a', 'b', 'a']
    const { terminal, input, shown } = bench(() =>
      done(message('Here.', block.file('x.md', 'text/markdown', contents.shift() ?? ''))),
    )
    input.end('/one\n/two\n/three\n')
    await terminal.run()
    const written = [...shown().matchAll(/File written: (.*)/g)].map(([, path]) => path)
    expect(written).toEqual(['x.md', 'x-2.md', 'x.md'].map((name) => join(dataDir, 'files', name)))
  })

  it('that are not text are written byte for byte', async () => {
    const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0xff, 0x00, 0x80])
    const { terminal, input } = bench(() =>
      done(message('Here.', block.bytes('x.docx', 'application/x', bytes))),
    )
    input.end('/one\n/two\n')
    await terminal.run()
    expect(new Uint8Array(await readFile(join(dataDir, 'files', 'x.docx')))).toEqual(bytes)
    await expect(readFile(join(dataDir, 'files', 'x-2.docx'))).rejects.toThrow('ENOENT')
  })

  it.each(['..', '', '/', '\u202e'])('named %j are written under a name of ours', async (name) => {
    const { terminal, input } = bench(() => done(message('Here.', block.file(name, 'text/plain', 'x'))))
    input.end('/one\n')
    await terminal.run()
    expect(await readFile(join(dataDir, 'files', 'file'), 'utf8')).toBe('x')
  })

  it('that cannot be written make a refusal, and the next line is read', async () => {
    const { terminal, input, json } = bench(
      () => done(message('Here.', block.file('x', 'text/plain', 'x'))),
      {
        json: true,
        dataDir: '/dev/null',
      },
    )
    input.end('/one\nas x@y.example\n')
    expect(await terminal.run()).toBe(0)
    expect(json().map(({ ok }) => ok)).toEqual([false])
  })
})

describe('deliveries', () => {
  it('are lines of their own in JSON, below the answer that led to them', async () => {
    const { terminal, input, json } = bench(
      async (invocation) => {
        void terminal.post(someone('focal.cted@compact.example'), message('You are invited.'), 'n1')
        await calm()
        return echo(invocation)
      },
      { json: true },
    )
    input.end('/meeting schedule\n')
    await terminal.run()
    expect(json().map(({ ok, to }) => to ?? ok)).toEqual([true, 'focal.cted@compact.example'])
  })

  it('that say the same to many are told once, and one’s own in full', async () => {
    const invitation = message(
      'You are invited.',
      block.buttons(button('Accept', 'meeting schedule', { kind: 'regular', title: 'A title' })),
    )
    const { terminal, input, shown } = bench(echo, {
      settle: async () => {
        for (const name of ['a', 'b', 'secretariat', 'c']) {
          await terminal.post(someone(`${name}@compact.example`), invitation, name)
        }
      },
    })
    input.end('/go\n')
    await terminal.run()
    expect(shown().split('\n')).toEqual([
      'heard /go',
      '✉ for you: You are invited.',
      'Accept: /meeting schedule "A title" kind:regular',
      '✉ to a@compact.example and 2 more: You are invited.',
      '',
    ])
  })

  it('given twice are told twice', async () => {
    const { terminal, input, shown } = bench(echo, {
      settle: async () => {
        await terminal.post(someone('a@compact.example'), message('Once.'), 'n1')
        await terminal.post(someone('a@compact.example'), message('Once.'), 'n1')
      },
    })
    input.end('/go\n')
    await terminal.run()
    expect(shown()).toBe('heard /go\n✉ to a@compact.example: Once.\n✉ to a@compact.example: Once.\n')
  })

  it('are left to another run when nobody reads any more', async () => {
    const { terminal, input } = bench(echo, {
      output: new Writable({
        write: (_chunk, _encoding, taken) =>
          taken(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })),
      }),
    })
    input.write('/one\n/two\n')
    expect(await terminal.run()).toBe(0)
    await expect(terminal.post(someone('a@compact.example'), message('Hello.'), 'n1')).rejects.toMatchObject({
      fault: { kind: 'retryable' },
    })
  })
})

it('stops after the line that is being worked on', async () => {
  let finish: () => void = () => undefined
  const { terminal, input, asked, shown } = bench(async (invocation) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return echo(invocation)
  })
  input.write('/one\n/two\n')
  const running = terminal.run()
  await calm()
  const stopped = terminal.stop()
  await calm()
  finish()
  await stopped
  expect(await running).toBe(0)
  expect(shown()).toBe('heard /one\n')
  expect(asked).toHaveLength(1)
})
