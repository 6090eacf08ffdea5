import type { AddressInfo } from 'node:net'

import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { createMailer } from '../../../src/process/mail.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

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
    expect(shown.text).toContain(`terminal ${stranger}`)
    expect(again.outcome).toBe('refused')
  })

  test('the code is in neither the log nor the table of codes', async () => {
    here = await world({ mailer: mailer() })
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1] ?? ''
    const stored = await here.database.store.pool.query('select * from link_codes')

    expect(code).toHaveLength(6)
    expect(here.log.join('')).not.toContain(code)
    expect(JSON.stringify(stored.rows)).not.toContain(code)
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

    expect(limited.text).toContain('5 attempts within an hour')
    expect(stale.text).toContain('wrong, used or too old')
    expect((await here.say(stranger, '/profile show')).outcome).toBe('refused')
  })

  test('a code is worth nothing on another account', async () => {
    here = await world({ mailer: mailer() })
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1]
    const thief = await here.say('thief@home.example', `/profile link ${focal('cted')} code:${code}`)

    expect(thief.outcome).toBe('refused')
  })
})

describe('linking by the secretariat', () => {
  test('with no outgoing mail the secretariat is asked, confirms, and the account is told', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const asked = here.delivered.find((one) => one.to === secretariat)
    const outsider = await here.say(focal('who'), '/profile confirm L1')
    const confirmed = await here.say(secretariat, '/profile confirm L1')
    const twice = await here.say(secretariat, '/profile confirm L1')

    expect(asked?.text).toContain(`the account ${stranger} on terminal says that it is CTED focal point`)
    expect(outsider.outcome).toBe('refused')
    expect(confirmed.outcome).toBe('done')
    expect(twice.outcome).toBe('refused')
    expect((await here.say(stranger, '/profile show')).text).toContain('You are CTED focal point')
  })

  test('an account that was linked meanwhile is not handed to somebody else', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(stranger, `/profile link ${focal('who')}`)
    await here.say(secretariat, '/profile confirm L1')
    const second = await here.say(secretariat, '/profile confirm L2')

    expect(second.outcome).toBe('refused')
    expect((await here.say(stranger, '/profile show')).text).toContain('You are CTED focal point')
  })

  test('a refused request links nothing', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(secretariat, '/profile refuse L1')

    expect((await here.say(stranger, '/profile show')).outcome).toBe('refused')
  })
})

describe('one’s own settings', () => {
  test('a zone is set by its name or a city, and times are read and shown in it from then on', async () => {
    here = await world()
    const set = await here.say(focal('cted'), '/profile timezone nairobi')
    const meeting = await here.say(focal('cted'), '/reminder add "x" at:"tomorrow 9:00"')

    expect(set.text).toContain('Africa/Nairobi')
    expect(meeting.text).toContain('09:00 (Africa/Nairobi)')
  })

  test.each([
    ['EST', 'America/New_York'],
    ['Poland', 'Europe/Warsaw'],
    ['PT', 'America/Los_Angeles'],
    ['Viena', 'Europe/Vienna'],
  ])('%s is refused with %s proposed', async (typed, proposed) => {
    here = await world()
    const said = await here.say(focal('cted'), `/profile timezone ${typed}`)

    expect(said.outcome).toBe('refused')
    expect(said.text).toContain(proposed)
    expect(said.text).toContain(`[${proposed}]`)
    expect((await here.say(focal('cted'), '/profile show')).text).toContain('Time zone: America/New_York')
  })

  test('unlinking asks first, and leaves a stranger', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(secretariat, '/profile confirm L1')
    const asked = await here.say(stranger, '/profile unlink')
    const done = await here.press(stranger, 'profile unlink', {}, true)

    expect(asked.outcome).toBe('asked')
    expect(done.outcome).toBe('done')
    expect((await here.say(stranger, '/profile show')).outcome).toBe('refused')
  })
})
