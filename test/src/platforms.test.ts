import { describe, expect, test } from 'vitest'

import { StartError } from '../../src/core/errors.ts'
import { type Environment, platform, type ReadSettings } from '../../src/core/platform.ts'
import { readConfig } from '../../src/settings/settings.ts'

/** A platform with one setting of its own, which the house knows nothing of. */
function sample(name: string, more: Partial<ReadSettings<string>> = {}) {
  const variable = `${name.toUpperCase()}_TOKEN`
  return platform<string>({
    name,
    title: name,
    environment: [variable],
    read: (given: Environment, { host, port }) => {
      const token = given[variable]
      const problems = token === 'wrong' ? [`${variable}: give another one.`] : []
      return { settings: token && `${token} at ${host}:${port}`, problems, hints: [], ...more }
    },
    create: async ({ settings }) => {
      throw new Error(`${name} was created with ${settings}`)
    },
  })
}

const given = { host: undefined, log: undefined } as never

describe('the settings of platforms', () => {
  test('are read by each platform itself, and set it up where they are there', async () => {
    const config = readConfig({ ECHO_TOKEN: 'x', PORT: '4000' }, [sample('echo'), sample('other')])
    expect(config).toMatchObject({ serves: true, trial: false })
    expect(config.platforms.map(({ name }) => name)).toEqual(['echo'])
    await expect(config.platforms[0]?.create(given)).rejects.toThrow(
      'echo was created with x at 127.0.0.1:4000',
    )
  })

  test('that are not there serve nobody', () => {
    expect(readConfig({}, [sample('echo')])).toMatchObject({ platforms: [], serves: false, trial: true })
    expect(readConfig({ ECHO_TOKEN: 'x' }, [])).toMatchObject({ platforms: [], serves: false, trial: true })
  })

  test('that are wrong are told in one list with all else that is wrong', () => {
    const wrong = { ECHO_TOKEN: 'wrong', OTHER_TOKEN: 'wrong', PORT: '99999', DATABASE_URL: 'nonsense' }
    const read = () => readConfig(wrong, [sample('echo'), sample('other')])
    expect(read).toThrow(StartError)
    expect(read).toThrow(
      [
        'These settings are wrong:',
        '  DATABASE_URL: give a Postgres address such as postgres://user@host/name',
        '  PORT: give the number of a port, 0 to 65535',
        '  ECHO_TOKEN: give another one.',
        '  OTHER_TOKEN: give another one.',
      ].join('\n'),
    )
  })

  test.each(['-1', '1.5', 'many'])('ASK_ABOVE=%s is answered with what it takes', (given) => {
    expect(() => readConfig({ ASK_ABOVE: given }, [])).toThrow('ASK_ABOVE: give a number of people, or never')
  })

  test('that let everybody in stand alone, and are for a trial', () => {
    const open = sample('open', { openBy: 'OPEN_TOKEN' })
    expect(readConfig({ OPEN_TOKEN: 'x' }, [open, sample('echo')])).toMatchObject({
      trial: true,
      serves: true,
    })
    expect(() => readConfig({ OPEN_TOKEN: 'x', ECHO_TOKEN: 'x' }, [open, sample('echo')])).toThrow(
      'OPEN_TOKEN lets in everybody on this machine, so it stands alone: remove it, or remove the settings of echo.',
    )
  })

  test.each(['fifteen bytes..', 'a key of one’s own,short', 'éééééé'])(
    'ENCRYPTION_KEYS=%s is refused: one of its keys has fewer than 16 bytes',
    (given) => {
      expect(() => readConfig({ ENCRYPTION_KEYS: given }, [])).toThrow('fewer than 16 bytes can be guessed')
      expect(readConfig({ ENCRYPTION_KEYS: 'sixteen bytes ..,éééééééé' }, []).encryptionKeys).toHaveLength(2)
    },
  )

  test('hints and secrets come from the platforms', () => {
    const config = readConfig({ ECHO_TOKEN: 'x', ENCRYPTION_KEYS: 'a key of one’s own' }, [
      sample('echo', { hints: ['That looks odd.'], secrets: ['secret'] }),
    ])
    expect(config).toMatchObject({
      hints: ['That looks odd.'],
      encryptionKeys: ['a key of one’s own', 'secret'],
    })
  })

  test('takes replies by mail only with both of its settings, and beside outgoing mail', () => {
    const mail = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'bot@example.org' }
    const inbox = { INBOX_SECRET: 'a secret of some length', INBOX_SERVER: 'mx.example.org' }

    expect(readConfig(mail, []).inbox).toBeUndefined()
    expect(readConfig({ ...mail, ...inbox }, []).inbox).toEqual({
      secret: inbox.INBOX_SECRET,
      server: inbox.INBOX_SERVER,
    })
    expect(() => readConfig({ ...mail, INBOX_SECRET: inbox.INBOX_SECRET }, [])).toThrow(
      'set both, or neither',
    )
    expect(() => readConfig(inbox, [])).toThrow('set up outgoing mail too')
    expect(() => readConfig({ ...mail, ...inbox, INBOX_SECRET: 'short' }, [])).toThrow('INBOX_SECRET')
  })
})
