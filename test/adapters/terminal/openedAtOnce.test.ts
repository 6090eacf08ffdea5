import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Answer } from '../../../src/core/invocation.ts'
import { block, message } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { bench, calm, done, refused } from './bench.ts'

test('the form of a record that was named with nothing to change in it is opened at once for somebody at the prompt', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'terminal-'))
  const given = { title: 'Drones' }
  const fields = [
    { name: 'title', option: required(option.text({ about: 'Its title' })) },
    { name: 'place', option: option.text({ about: 'Where' }) },
  ]
  const form = { command: 'meeting schedule', title: 'Schedule', given, fields }
  const edit = { label: 'Edit', command: 'meeting schedule', values: given, ask: true }
  const nothing: Answer = {
    ...refused('Say what to change.'),
    message: message('Say what to change.', block.buttons(edit)),
    form,
  }
  const { terminal, input, asked, shown } = bench(
    ({ input: typed }) => (typed.kind === 'line' ? nothing : { ...done('Form.'), outcome: 'asked', form }),
    { dataDir, interactive: true },
  )
  const running = terminal.run()
  for (const line of ['/meeting schedule Drones', '/cancel', 'exit']) {
    await calm()
    input.write(`${line}\n`)
  }
  await running
  await rm(dataDir, { recursive: true, force: true })
  expect(asked[1]?.input).toMatchObject({ kind: 'fields', fields: given, ask: true })
  expect(shown()).not.toContain('Say what to change')
})
