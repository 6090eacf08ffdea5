import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TerminalOptions } from '../../../adapters/terminal/index.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { message } from '../../../src/core/message.ts'
import { bench as benchIn, calm, done, echo, type Reply, refused, someone } from './bench.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'terminal-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

function bench(reply: Reply, given: Partial<TerminalOptions> = {}, suggest?: Host['suggest']) {
  return benchIn(reply, { dataDir, ...given }, suggest)
}

describe('the prompt', () => {
  it('keeps what was typed for the next time, but no code and no answer to a form', async () => {
    const historyFile = join(dataDir, 'history')
    const { terminal, input } = bench(echo, { interactive: true, historyFile })
    const running = terminal.run()
    for (const line of ['/wg list', '/profile link a@b.example code:123456', '/help', 'exit']) {
      await calm()
      input.write(`${line}\n`)
    }
    await running
    expect(await readFile(historyFile, 'utf8')).toBe('/wg list\n/help\nexit\n')
    expect((await stat(historyFile)).mode & 0o777).toBe(0o600)
  })

  it('stands again below a delivery that comes while it waits, with what was typed so far', async () => {
    const { terminal, input, shown } = bench(echo, { interactive: true })
    const running = terminal.run()
    await calm()
    input.write('/wg li')
    await calm()
    await terminal.post(someone('a@compact.example'), message('A reminder.'), 'n1')
    expect(shown().split('✉ to a@compact.example: A reminder.\n')[1]).toContain('rapporteur › /wg li')
    input.write('\u0015exit\n')
    expect(await running).toBe(0)
  })
})

describe('the greeting', () => {
  it('has what was typed ahead at prompts of its own, each above its answer, and the line begun below all of them', async () => {
    const { terminal, input, shown } = bench(echo, { interactive: true })
    const running = terminal.run()
    await calm()
    input.write('/one\n/two\n/th')
    await calm()
    await calm()
    input.write('ree\nexit\n')
    await running

    // Taken off its row before the first answer is drawn there.
    expect(shown()).toMatch(/\/th(?:\u001b\[[\dGJ]+)+heard \/one\n/)
    expect(shown()).toContain('rapporteur › /two\nheard /two\n')
    expect(shown()).toContain('heard /three\n')
  })

  it('says that it is the sample, and one thing to try there', async () => {
    const [own, sample] = await Promise.all(
      [false, true].map(async (isSample) => {
        const { terminal, input, shown } = bench(echo, { interactive: true, isSample })
        const running = terminal.run()
        input.write('exit\n')
        await running
        return shown()
      }),
    )
    expect(sample).toContain('This is the sample, there to try things out. Try: /directory find interpoll\n')
    expect(own).toContain('Type /help')
    expect(own).not.toContain('sample')
  })
})

describe('a pasted text', () => {
  it.each([
    ['in one piece', ['\u001b[200~/update post • One\r\n•\tTwo\n\nas part of it\u001b[201~', '\n']],
    [
      'in pieces that cut its marks',
      ['\u001b[2', '00~/update post • One\r\n•\tTwo\n', '\nas part of it\u001b[20', '1~\n'],
    ],
  ])('is one line of input, %s', async (_, pieces) => {
    const { terminal, input, asked } = bench(echo, { interactive: true })
    const running = terminal.run()
    for (const piece of [...pieces, 'exit\n']) {
      await calm()
      input.write(piece)
    }
    await running

    expect(asked.map(({ input: given }) => given)).toEqual([
      { kind: 'line', text: '/update post • One\n• Two\n\nas part of it' },
    ])
  })
})

describe('what is said to a person', () => {
  it('says that it is an error in a word too', async () => {
    const { terminal, input, shown } = bench(() => refused('I know no such group.'), { interactive: true })
    const running = terminal.run()
    input.write('/wg show X\nexit\n')
    await running

    expect(shown()).toContain('Error: I know no such group.')
  })

  it('has room for that word in a narrow window', async () => {
    const { terminal, input, shown } = bench(() => refused('one two three four five six seven'), {
      interactive: true,
      width: () => 38,
    })
    const running = terminal.run()
    input.write('/wg show X\nexit\n')
    await running

    expect(shown()).toContain('Error: one two three four five six\nseven')
  })

  it('is as wide as the window is then, deliveries and greeting too', async () => {
    let columns = 200
    const { terminal, input, shown } = bench(() => done('one two three four five six seven'), {
      interactive: true,
      width: () => columns,
    })
    const running = terminal.run()
    await calm()
    const greeted = shown()
    columns = 20
    await terminal.post(
      someone('focal.cted@compact.example'),
      message('A meeting was moved to Monday.'),
      'n1',
    )
    input.write('/x\nexit\n')
    await running

    expect(greeted).toContain('as <email> speaks for somebody else.\n')
    expect(shown()).toContain('  meeting was moved\n')
    expect(shown()).toContain('one two three four\nfive six seven\n')
  })
})
