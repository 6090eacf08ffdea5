import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TerminalOptions } from '../../../adapters/terminal/index.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { option, required } from '../../../src/core/option.ts'
import { bench as benchIn, calm, done, echo, type Reply, refused } from './bench.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'terminal-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

function bench(reply: Reply, given: Partial<TerminalOptions> = {}, suggest?: Host['suggest']) {
  return benchIn(reply, { dataDir, ...given }, suggest)
}

describe('a form', () => {
  const fields = [
    { name: 'title', option: required(option.text({ about: 'What it is about', multiline: true })) },
    { name: 'start', option: required(option.moment({ about: 'When it begins' })) },
    {
      name: 'kind',
      option: required(option.choice({ about: 'What kind', choices: ['regular', 'briefing'] })),
    },
  ]
  const asking: Answer = {
    ...done('More is needed.'),
    outcome: 'asked',
    form: { command: 'meeting schedule', title: 'Schedule', given: { wg: 'ETCIP' }, fields },
  }

  it('is a refusal where nobody can be asked', async () => {
    const { terminal, input, json } = bench(() => asking, { json: true })
    input.end('/meeting schedule\n')
    await terminal.run()
    expect(json()[0]).toMatchObject({
      ok: false,
      form: { command: 'meeting schedule', fields: ['title', 'start', 'kind'] },
    })
  })

  it('is asked field by field, and again for the field that was refused', async () => {
    const { terminal, input, asked, shown } = bench(
      ({ input: given }) => {
        if (given.kind === 'line') return asking
        return given.fields['start'] === 'never'
          ? refused('start: “never” is not a moment.')
          : done('Scheduled.')
      },
      { interactive: true },
    )
    const running = terminal.run()
    for (const line of ['/meeting schedule', 'Two', 'lines', '', 'never', '2', 'tomorrow 3pm', 'exit']) {
      await calm()
      input.write(`${line}\n`)
    }
    expect(await running).toBe(0)
    expect(asked.at(-1)?.input).toEqual({
      kind: 'fields',
      command: 'meeting schedule',
      fields: { wg: 'ETCIP', title: 'Two\nlines', start: 'tomorrow 3pm', kind: 'briefing' },
    })
    expect(shown()).toContain('Scheduled.')
  })

  it.each([
    ['an empty answer', '\n'],
    ['ctrl-C', '\u0003'],
  ])('is left by %s, and nothing is done', async (_, keys) => {
    const { terminal, input, asked, shown } = bench(() => asking, { interactive: true })
    const running = terminal.run()
    for (const typed of ['/meeting schedule\n', keys, 'exit\n']) {
      await calm()
      input.write(typed)
    }
    expect(await running).toBe(0)
    expect(asked).toHaveLength(1)
    expect(shown()).toContain(
      'Nothing was done. Type back to go on with /meeting schedule where you left it.',
    )
  })

  it('broken off half typed leaves what was said on the screen and nothing in the next prompt', async () => {
    const { terminal, input, asked, shown } = bench((one) => (asked.length > 1 ? echo(one) : asking), {
      interactive: true,
    })
    const running = terminal.run()
    for (const typed of ['/meeting schedule\n', 'half', '\u0003', '/help\n', 'exit\n']) {
      await calm()
      input.write(typed)
    }
    await running
    expect(shown().split('Nothing was done.')[1]).not.toContain('\u001b[1A')
    expect(asked.at(-1)?.input).toEqual({ kind: 'line', text: '/help' })
  })

  it('is left by a command, which is run', async () => {
    const { terminal, input, asked } = bench((one) => (asked.length > 1 ? echo(one) : asking), {
      interactive: true,
    })
    const running = terminal.run()
    for (const typed of ['/meeting schedule\n', '/help\n', 'exit\n']) {
      await calm()
      input.write(typed)
    }
    await running
    expect(asked.at(-1)?.input).toEqual({ kind: 'line', text: '/help' })
  })
})

describe('a form in which nothing is missing', () => {
  const fields = [
    { name: 'update', option: required(option.record({ about: 'Its number', prefix: 'U' })) },
    { name: 'text', option: option.text({ about: 'The whole text anew', multiline: true }) },
    { name: 'section', option: option.section({ about: 'The new section' }) },
  ]
  const editing: Answer = {
    ...done('/update edit can be filled in again.'),
    outcome: 'asked',
    form: { command: 'update edit', title: 'Edit', given: { update: 'U2', text: 'One\ntwo' }, fields },
  }

  async function typing(lines: readonly string[], given: Partial<TerminalOptions> = {}) {
    const suggest: Host['suggest'] = async ({ kind }) =>
      kind === 'section' ? [{ label: 'Reports and publications', value: 'publications' }] : []
    const all = bench(
      (one) => (one.input.kind === 'line' && one.input.text.startsWith('/update') ? editing : echo(one)),
      { interactive: true, ...given },
      suggest,
    )
    const running = all.terminal.run()
    for (const line of lines) {
      await calm()
      all.input.write(line)
    }
    await running
    return all
  }

  it('stands on the present text, which is changed where it stands, and is sent whole', async () => {
    const { asked, shown } = await typing([
      '/update edit U2\n',
      ...['2\n', ' and three\n', 'section\n', '1\n', 'send\n', 'exit\n'],
    ])

    expect(shown()).toContain('[2] text: One two')
    expect(shown()).toContain('[1] Reports and publications')
    expect(asked.at(-1)?.input).toEqual({
      kind: 'fields',
      command: 'update edit',
      fields: { update: 'U2', text: 'One\ntwo and three', section: 'publications' },
    })
  })

  it('is left by the word that it names, loses nothing, and goes on with back', async () => {
    const { asked, shown } = await typing([
      '/update edit U2\n',
      ...['2\n', ' more\n', '/cancel\n', '/help\n', 'back\n', 'send\n', 'exit\n'],
    ])

    expect(shown()).toContain('/cancel leaves it')
    expect(asked.map(({ input }) => input)).toEqual([
      { kind: 'line', text: '/update edit U2' },
      { kind: 'line', text: '/help' },
      { kind: 'fields', command: 'update edit', fields: { update: 'U2', text: 'One\ntwo more' } },
    ])
  })

  it('is left by a word too where a field is named, and a choice is typed beside what stands there', async () => {
    const { asked, shown } = await typing([
      '/update edit U2\n',
      ...['section\n', 'publications\n', 'section\n', '1\n', 'cancel\n', 'back\n', 'send\n', 'exit\n'],
    ])

    expect(shown()).toContain('now: publications')
    expect(asked.at(-1)?.input).toMatchObject({ fields: { section: 'publications' } })
  })

  it('breaks its questions, choices and hints at words in a narrow window', async () => {
    const lines = ['/update edit U2\n', '7\n', 'section\n', '1\n', '/cancel\n', 'exit\n']
    const { shown } = await typing(lines, { width: () => 24 })

    expect(shown()).toContain(
      'Type the number of what\nto change, “send” to\nsend it, or /cancel to\nleave it as it is.\n',
    )
    expect(shown()).toContain('  [1] Reports and\n      publications\n')
  })
})
