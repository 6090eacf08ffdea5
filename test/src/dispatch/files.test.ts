import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, feature } from '../../../commands/define.ts'
import type { CommandSpec } from '../../../src/core/catalog.ts'
import { everyone, secretariat as secretariatOnly } from '../../../src/core/catalog.ts'
import type { FileValue, InputFile } from '../../../src/core/inputFile.ts'
import type { Input, Invocation } from '../../../src/core/invocation.ts'
import { message } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { dispatch } from '../../../src/dispatch/dispatch.ts'
import { plainMessage } from '../../support/plain.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const table = option.file({ about: 'The people', max: 10, endings: ['csv', 'json'] })
const show = ({ name, mediaType, bytes }: FileValue) =>
  `${name} (${mediaType}): ${Buffer.from(bytes).toString()}`

function action(name: string, access: CommandSpec['access'], about = 'Try it out') {
  return command({
    name,
    about,
    access,
    options: { file: required(table), kind: option.choice({ about: 'Kind', choices: ['one', 'other'] }) },
    examples: [],
    run: (_context, { file, kind }) => message(`${kind ?? 'any'}: ${show(file)}`),
  })
}

const features = [
  feature({
    name: 'table',
    about: 'Tables',
    commands: [
      action('read', everyone),
      action('import', secretariatOnly),
      command({
        name: 'look',
        about: 'Takes no file',
        access: everyone,
        options: {},
        examples: [],
        run: () => message('Looked.'),
      }),
    ],
  }),
]

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

/** A file that counts how often it was read. */
function fileOf(content: string, more: Partial<InputFile> = {}) {
  const reads: number[] = []
  const file: InputFile = {
    name: 'people.csv',
    mediaType: 'text/csv',
    async read(limit) {
      reads.push(limit)
      return Buffer.from(content)
    },
    ...more,
  }
  return { file, reads }
}

async function ask(input: Input, more: Partial<Invocation> = {}, who = secretariat) {
  const account = { platform: 'terminal', tenant: 'local', account: who }
  const place = { ...account, channel: who, private: true }
  const asked = { caller: account, place, vouchedEmail: who, input, ...more }
  const answer = await dispatch({ ...here.bot.services, features }, asked)
  return { answer, outcome: answer.outcome, text: plainMessage(answer.message) }
}

const line = (text: string): Input => ({ kind: 'line', text })
const fields = (name: string): Input => ({ kind: 'fields', command: `table ${name}`, fields: {} })

describe('an option that takes a file', () => {
  test('gets what was given for it, whole', async () => {
    const { file, reads } = fileOf('a,b', { option: 'file', size: 3 })
    expect(await ask(fields('read'), { files: [file] })).toMatchObject({
      outcome: 'done',
      text: 'any: people.csv (text/csv): a,b',
    })
    expect(reads).toEqual([10])
  })

  test('gets the file that was only sent along with a line', async () => {
    const { file } = fileOf('a,b')
    const { text } = await ask(line('/table read kind:other'), { files: [file] })
    expect(text).toBe('other: people.csv (text/csv): a,b')
  })

  test('gets what its path opens, where the platform has paths', async () => {
    const openFile = (typed: string) => fileOf('a,b', { name: typed }).file
    const { text } = await ask(line('/table read people.csv kind:one'), { openFile })
    expect(text).toBe('one: people.csv (text/csv): a,b')
  })

  test('is asked for where there is none, and its form keeps all but a file', async () => {
    const { answer } = await ask(line('/table read kind:one'))
    expect(answer).toMatchObject({ outcome: 'asked', form: { given: { kind: 'one' } } })
    const { file } = fileOf('')
    const refused = await ask(line('/table read kind:one'), { files: [file] })
    expect(refused.answer).toMatchObject({ outcome: 'refused', option: 'file' })
    expect(refused.answer.form?.given).toEqual({ kind: 'one' })
  })

  test.each<[string, Partial<InputFile>, string, string]>([
    [
      'of another kind',
      { name: 'photo.png' },
      'a',
      '“photo.png” is not a file that I can read: send .csv or .json.',
    ],
    ['that is said to be too large', { size: 11 }, 'a', '“people.csv” is too large: send at most 10 bytes.'],
    ['that is too large', {}, 'a'.repeat(11), '“people.csv” is too large: send at most 10 bytes.'],
    ['that is empty', {}, '', '“people.csv” is empty. Attach it again with its content.'],
  ])('refuses one %s', async (_what, more, content, sentence) => {
    const { file } = fileOf(content, more)
    const { outcome, text } = await ask(fields('read'), { files: [file] })
    expect([outcome, text]).toEqual(['refused', sentence])
  })

  test('refuses the mere name of a file', async () => {
    const { outcome, text } = await ask(line('/table read people.csv'))
    expect(outcome).toBe('refused')
    expect(text).toContain('“people.csv” is only the name of a file. Please attach the file itself.')
  })

  test('fetches nothing for somebody who may not use the command', async () => {
    const { file, reads } = fileOf('a,b')
    const { outcome } = await ask(fields('import'), { files: [file] }, focal('CTED'))
    expect(outcome).toBe('refused')
    expect(reads).toEqual([])
  })

  test('takes the name of a file as data: the last part of it, without what no keyboard types', async () => {
    const { file } = fileOf('a', { name: '../../etc/\u202epeople\u0000.csv' })
    const { text } = await ask(fields('read'), { files: [file] })
    expect(text).toBe('any: people.csv (text/csv): a')
  })
})

test('a file that no option takes is said to be left out', async () => {
  const { file } = fileOf('a')
  const more = fileOf('b', { name: 'more.csv' }).file
  expect((await ask(line('/table look'), { files: [file] })).text).toContain(
    'I did not use “people.csv”: /table look takes no file.',
  )
  expect((await ask(line('/table read'), { files: [file, more] })).text).toContain(
    'I did not use “more.csv”: /table read takes one file.',
  )
})
