import { expect, test } from 'vitest'

import { createLog, writingByTurn } from '../../../src/process/log.ts'

function logged(err: unknown): unknown {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).error({ err }, 'it failed')
  return JSON.parse(lines.join('')).err
}

test('an error that a library hands on as a plain object is logged with its message and where it arose', () => {
  const error = new Error('connect ECONNREFUSED for ana@compact.example')
  const copy = { ...error, code: 'ECONNREFUSED', message: error.message, stack: error.stack, row: 'private' }

  expect(JSON.stringify(logged(copy))).not.toContain('@')
  expect(logged(copy)).toEqual({
    message: 'connect ECONNREFUSED for [address]',
    stack: expect.stringContaining('log.test.ts'),
    code: 'ECONNREFUSED',
  })
})

test('an address is taken out of what is logged wherever it stands', () => {
  const said = 'for <ana@a.example>, (bea@b.example), c@c.example)d@d.example and "e@e.example"'

  expect(logged(said)).toEqual({
    message: 'for <[address]>, ([address]), [address])[address] and "[address]"',
  })
})

test('what was thrown and is no error is logged as it reads', () => {
  expect(logged('no more')).toEqual({ message: 'no more' })
})

test('the lines of one turn are written together, and a warning with all before it at once', async () => {
  const writes: string[] = []
  const log = createLog('info', writingByTurn({ write: (lines) => void writes.push(lines) }))
  log.info('one')
  log.info('two')
  expect(writes).toEqual([])
  await new Promise((resolve) => setImmediate(resolve))
  log.info('three')
  log.warn('four')
  log.info('five')
  expect(writes.map(saidIn)).toEqual([
    ['one', 'two'],
    ['three', 'four'],
  ])
  await new Promise((resolve) => setImmediate(resolve))
  expect(writes.map(saidIn)).toEqual([['one', 'two'], ['three', 'four'], ['five']])
})

function saidIn(lines: string): readonly string[] {
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).msg)
}
