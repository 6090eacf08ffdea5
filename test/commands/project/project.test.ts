import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { orUserError, UserError } from '../../../src/core/errors.ts'
import { formatMoney, readMoney } from '../../../src/core/text/money.ts'
import { openForm } from '../../support/lines/openForm.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const lead = focal('unoct')
const partner = focal('icao')
const airports =
  '/project add "Airport security in the Sahel" lead:UNOCT partners:ICAO pillar:II beneficiaries:"Mali; Niger" budget:"USD 1.2m" funded:400,000 status:ongoing'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

describe('money', () => {
  test.each([
    ['USD 1,200,000', 120_000_000, 'USD'],
    ['1.2m EUR', 120_000_000, 'EUR'],
    ['$500k', 50_000_000, 'USD'],
    ['€ 1,5 million', 150_000_000, 'EUR'],
    ['1200.50', 120_050, 'USD'],
    ['JPY 5000', 5000, 'JPY'],
    ['KWD 1.250 m', 1_250_000_000, 'KWD'],
    ['1.500.000', 150_000_000, 'USD'],
    ['1.200,50 EUR', 120_050, 'EUR'],
    ['1\u202f500\u202f000 €', 150_000_000, 'EUR'],
    ['1’500’000 CHF', 150_000_000, 'CHF'],
    ['1,5 million d’euros', 150_000_000, 'EUR'],
    ['2 millones de euros', 200_000_000, 'EUR'],
    ['US$ 1.2 mln', 120_000_000, 'USD'],
    ['١٬٥٠٠٬٠٠٠', 150_000_000, 'USD'],
  ])('“%s” is read to the smallest unit', (text, minor, currency) => {
    expect(readMoney(text, 'budget')).toMatchObject({ minor, currency })
  })

  test.each([
    '1.500',
    '1,500 M',
    '1500,000',
    '15,00,000',
    '1 50 000',
    '1.234,567.8',
    'much',
    'XXY 5',
    'USD 1.234',
    '-5',
    '99999999999999999',
    'USD 5 EUR x',
  ])('“%s” is not guessed at', (text) => expect(() => readMoney(text, 'budget')).toThrow())

  test.each([
    ['250.000 EUR', ['EUR 250,000', 'EUR 250.0']],
    ['1,500 M', ['1,500 M', '1.5 M']],
    ['USD 1.234', ['USD 1,234']],
  ])('“%s” is asked about, and each choice can be read', (text, labels) => {
    const asked = orUserError(() => readMoney(text, 'budget'))
    const choices = asked instanceof UserError ? asked.choices : []
    expect(choices.map(({ label }) => label)).toEqual(labels)
    for (const { value } of choices) expect(readMoney(value, 'budget').minor).toBeGreaterThan(0)
  })

  test('is printed as it is read', () => {
    expect(formatMoney(120_000_000, 'USD')).toBe('USD 1,200,000')
    expect(formatMoney(120_050, 'USD')).toBe('USD 1,200.50')
    expect(formatMoney(5000, 'JPY')).toBe('JPY 5,000')
  })
})

describe('a project', () => {
  test('shows its partners, money and gap', async () => {
    const { text } = await here.say(partner, airports)
    for (const part of [
      'Partners: ICAO',
      'Budget: USD 1,200,000',
      'Funded: USD 400,000 (33% funded)',
      'Gap: USD 800,000',
    ])
      expect(text).toContain(part)
    expect((await here.say(focal('ipu'), airports)).text).toContain('Only members may')
    expect((await here.say(partner, '/project add Other lead:ICAO budget:500000')).text).toContain(
      'No currency was named, so USD is meant.',
    )
  })

  test('says by an edit and by its undo who is told, and they read which of both it was', async () => {
    await here.say(partner, airports)
    const changed = await here.say(partner, '/project edit PRJ1 budget:"USD 2m"')
    expect(changed.text).toContain('1 coordinator of UNOCT is told.')
    expect(here.delivered.at(-1)).toMatchObject({ to: lead, text: expect.stringContaining('changed PRJ1') })
    const back = await press(here, partner, buttonNamed(changed, 'Undo'))
    expect(back.text).toContain('1 coordinator of UNOCT is told.')
    expect(here.delivered.at(-1)?.text).toContain('took a change of PRJ1 Airport security in the Sahel back.')
  })

  test('may say what there is as a part of the budget', async () => {
    const added = await here.say(
      partner,
      '/project add Other lead: ICAO budget: 2.5m USD funded: 40% end: Dec 2028',
    )
    expect(added.text).toContain('Funded: USD 1,000,000 (40% funded)')
    expect(added.text).toContain('31 Dec 2028')
    expect((await here.say(partner, '/project add Third lead:ICAO funded:40%')).text).toContain(
      '40% of which budget? Give budget: as well.',
    )
  })

  test('is of one currency', async () => {
    await here.say(partner, airports)
    expect((await here.say(lead, '/project edit PRJ1 funded:"EUR 5"')).text).toContain('of one currency')
    expect((await here.say(lead, '/project edit PRJ1 budget:"EUR 9" funded:"EUR 5"')).text).toContain(
      'Gap: EUR 4',
    )
    expect((await here.say(lead, '/project edit PRJ1 start:2027-01-01 end:2026-01-01')).outcome).toBe(
      'refused',
    )
  })

  test('is changed by its lead and partners, found by words, and every change is undone', async () => {
    const added = await here.say(partner, airports)
    expect((await here.say(focal('who'), '/project edit PRJ1 status:completed')).outcome).toBe('refused')
    const done = await here.say(lead, '/project edit airport status:completed')
    expect(done.text).toContain('Status: completed')
    expect((await press(here, lead, buttonNamed(done, 'Undo'))).text).toContain('Status: ongoing')
    expect((await here.say(lead, '/project list niger')).text).toContain('1 project:')
    for (const words of ['sahel airport', 'security in the Sahel', 'airprot Mali'])
      expect((await here.say(lead, `/project list ${words}`)).text).toContain('1 project:')
    expect((await here.say(lead, '/project list sahel harbour')).text).toContain('no such projects')
    await press(here, partner, buttonNamed(added, 'Undo'))
    expect((await here.say(lead, '/project list')).text).toContain('no such projects')
  })

  test('asks before a form takes the place of what somebody else changed since it was opened', async () => {
    const added = await here.say(partner, airports)
    const form = await openForm(here, partner, buttonNamed(added, 'Edit'))
    await here.say(lead, '/project edit PRJ1 status:completed')
    const saved = await form.send({ title: 'Airports of the Sahel' })
    expect(saved.text).toContain('Status: completed')
    const asked = await form.send({ status: 'planned' })
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('was changed by UNOCT focal point and yourself since you opened the form')
    expect(asked.text).toContain('Yours would take the place of that.')

    expect((await press(here, partner, buttonNamed(asked, 'Take mine'))).text).toContain('Status: planned')
  })

  test('counts in the matrix by pillar, lead, region and status, each currency by itself', async () => {
    await here.say(partner, airports)
    await here.say(
      lead,
      '/project add "Courts in Peru" lead:UNODC pillar:II beneficiaries:"Peru; Mali" budget:"EUR 1m"',
    )
    const pillar = await here.say(lead, '/project matrix')
    expect(pillar.text).toMatch(/II.*2.*EUR 1,000,000; USD 1,200,000/)
    const region = await here.say(lead, '/project matrix by:region')
    expect(region.text).toMatch(/Africa.*2/)
    expect(region.text).toMatch(/Americas.*1/)
  })

  test('says of an amount too small for a project that it was taken as it stands', async () => {
    const small = await here.say(lead, '/project add "Small" lead:UNODC budget:"USD 1"')
    expect(small.text).toContain(
      'USD 1 was taken as it stands; thousands and millions are typed as 500k and 1.2m.',
    )
    const number = /PRJ\d+/.exec((await here.say(lead, '/project list')).text)?.[0]
    expect((await here.say(lead, `/project edit ${number} budget:"USD 1m"`)).text).not.toContain(
      'as it stands',
    )
  })

  test('has its gap in the appeal, which is the secretariat’s', async () => {
    await here.say(partner, airports)
    await here.say(lead, '/project add "Without a budget" lead:UNODC')
    await here.say(lead, '/project add "Over" lead:UNODC budget:"USD 5" status:completed')
    expect((await here.say(lead, '/project appeal')).outcome).toBe('refused')
    const { text } = await here.say(secretariat, '/project appeal')
    expect(text).toContain('1 project still needs USD 800,000')
    expect(text).toContain('1 project has no budget on record')
  })
})
