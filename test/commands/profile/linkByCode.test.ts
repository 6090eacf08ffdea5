import type { AddressInfo } from 'node:net'

import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { createMailer } from '../../../src/process/mail.ts'
import { focal, type World, world } from '../../support/world.ts'

let here: World
const letters: { readonly to: string; readonly text: string }[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    stream.on('end', () => {
      letters.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), text })
      done()
    })
  },
})

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))
afterEach(async () => {
  letters.length = 0
  await here.end()
})

function mailer() {
  const { port } = server.server.address() as AddressInfo
  return createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'rapporteur@compact.example' })
}

const stranger = 'somebody@home.example'

describe('linking by a code', () => {
  test('a one-time code goes to the address on file, and links the account to the same person', async () => {
    here = await world({ mailer: mailer() })
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1]
    const linked = await here.say(stranger, `/profile link ${focal('cted')} code:${code}`)
    const shown = await here.say(stranger, '/profile show')
    const again = await here.say('other@home.example', `/profile link ${focal('cted')} code:${code}`)

    expect(letters[0]?.to).toBe(focal('cted'))
    expect(linked.outcome).toBe('done')
    expect(shown.text).toContain('You are CTED focal point (CTED)')
    expect(shown.text).toContain(`Terminal ${stranger}`)
    expect(again.outcome).toBe('refused')
  })

  test('the code is in neither the log nor the table of codes', async () => {
    here = await world({ mailer: mailer() })
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1] ?? ''
    const stored = await here.database.store.pool.query('select * from link_codes')
    const queued = await here.database.store.pool.query("select data from pgboss.job where name = 'mail'")

    expect(code).toHaveLength(6)
    expect(here.log.join('')).not.toContain(code)
    expect(JSON.stringify(stored.rows)).not.toContain(code)
    expect(queued.rows).toHaveLength(1)
    expect(JSON.stringify(queued.rows)).not.toContain(code)
  })

  test('an address that nobody has gets the same answer and no letter', async () => {
    here = await world({ mailer: mailer() })
    const known = await here.say(stranger, `/profile link ${focal('cted')}`)
    const unknown = await here.say('third@home.example', '/profile link nobody@nowhere.example')

    expect(unknown.text.replace('nobody@nowhere.example', 'X').replace('nobody@nowhere.example', 'X')).toBe(
      known.text.replace(focal('cted'), 'X').replace(focal('cted'), 'X'),
    )
    expect(letters).toHaveLength(1)
  })

  test('a wrong code links nothing, and the sixth attempt within an hour is not even looked at', async () => {
    here = await world({ mailer: mailer() })
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1] ?? ''
    const wrong = code === '111111' ? '222222' : '111111'
    for (let at = 0; at < 4; at++)
      expect((await here.say(stranger, `/profile link ${focal('cted')} code:${wrong}`)).outcome).toBe(
        'refused',
      )
    const limited = await here.say(stranger, `/profile link ${focal('cted')} code:${code}`)
    await here.turn('2026-11-21T13:01:00Z')
    const stale = await here.say(stranger, `/profile link ${focal('cted')} code:${code}`)

    expect(limited.text).toContain('made 5 attempts within an hour')
    expect(stale.text).toContain('wrong, used or too old')
    expect((await here.say(stranger, '/profile show')).outcome).toBe('refused')
  })

  test('attempts and letters asked for at once are counted one after the other', async () => {
    here = await world({ mailer: mailer() })
    const one = await Promise.all(
      Array.from({ length: 9 }, () => here.say(stranger, `/profile link ${focal('cted')}`)),
    )
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, at) => here.say(`a${at}@home.example`, `/profile link ${focal('who')}`)),
    )
    const unknown = await here.say('b@home.example', '/profile link nobody@nowhere.example')

    expect(one.filter(({ outcome }) => outcome === 'done')).toHaveLength(5)
    expect(letters.filter(({ to }) => to === focal('who'))).toHaveLength(10)
    // Whether letters still go there tells nobody that the address is known.
    expect(new Set(many.map(({ text }) => text.replaceAll(focal('who'), 'X')))).toEqual(
      new Set([unknown.text.replaceAll('nobody@nowhere.example', 'X')]),
    )
  })

  test('whoever links an account is told of it on those linked before', async () => {
    here = await world({ mailer: mailer() })
    const codeOf = () => /Your code: (\d{6})/.exec(letters.at(-1)?.text ?? '')?.[1]
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(stranger, `/profile link ${focal('cted')} code:${codeOf()}`)
    const before = here.told.length
    await here.say('other@home.example', `/profile link ${focal('cted')}`)
    await here.say('other@home.example', `/profile link ${focal('cted')} code:${codeOf()}`)

    expect(here.told.slice(before)).toEqual([
      {
        account: stranger,
        text: expect.stringContaining('Another account was linked to you: other@home.example on terminal'),
      },
    ])
  })

  test('a code is worth nothing on another account', async () => {
    here = await world({ mailer: mailer() })
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1]
    const thief = await here.say('thief@home.example', `/profile link ${focal('cted')} code:${code}`)

    expect(thief.outcome).toBe('refused')
  })
})
