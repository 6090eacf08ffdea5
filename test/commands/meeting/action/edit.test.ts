import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world()
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.say(focal('interpol'), '/meeting action add M1 what:"Send the daft" owner:OPCW due:"10 Dec"')
})
afterEach(() => here.end())

const toOpcw = (words: string) =>
  here.delivered.filter(({ to, text }) => to === focal('opcw') && text.includes(words))

test('an action is put in other words, of which its owner hears what it said before, and by a press in those of before', async () => {
  const edited = await here.say(focal('interpol'), '/meeting action edit A1 what:"Send the draft"')
  const again = await here.say(focal('interpol'), '/meeting action edit A1 what:"Send both drafts"')
  const late = await press(here, focal('interpol'), buttonNamed(edited, 'Undo: as before'))
  const undone = await press(here, focal('interpol'), buttonNamed(again, 'Undo: as before'))
  await here.turn('2026-12-01T12:00:00Z')

  expect(edited.text).toContain('Changed: A1 Send the draft (OPCW, due 10 Dec 2026).')
  expect(edited.text).toContain('It said: Send the daft')
  expect(again.text).toContain('Changed: A1 Send both drafts (OPCW')
  expect(late.text).toContain('That was changed once more since. A1 says: Send both drafts.')
  expect(undone.text).toContain('Changed: A1 Send the draft (OPCW')
  expect(toOpcw('in other words: “Send the draft”. It said “Send the daft”.')).toHaveLength(1)
  expect(toOpcw('in other words')).toHaveLength(3)
  expect((await here.say(focal('interpol'), '/meeting history M1')).text).toContain('it said: Send the daft')
})

test('whoever set it hears of it where its owner puts it in other words', async () => {
  const edited = await here.say(focal('opcw'), '/meeting action edit A1 what:"Send a summary"')
  await here.turn('2026-12-01T12:00:00Z')

  expect(edited.text).toContain('Whoever set it is told.')
  const heard = here.delivered.filter(
    ({ to, text }) => to === focal('interpol') && text.includes('It said “Send the daft”.'),
  )
  expect(heard).toHaveLength(1)
})

test('whoever was reminded of it is not reminded again for other words, and later in those', async () => {
  await here.turn('2026-12-07T09:00:00Z')
  await here.say(focal('interpol'), '/meeting action edit A1 what:"Send the draft"')
  await here.turn('2026-12-07T12:00:00Z')
  await here.turn('2026-12-10T09:00:00Z')

  expect(toOpcw('due in 3 days')).toHaveLength(1)
  expect(toOpcw('due today').map(({ text }) => text.includes('Send the draft'))).toEqual([true])
})

test('words that it says already, those of another action, of one that is done, and a stranger change nothing', async () => {
  await here.say(focal('interpol'), '/meeting action add M1 what:"Book a room" owner:OPCW due:"10 Dec"')
  const same = await here.say(focal('interpol'), '/meeting action edit A1 what:"Send the daft"')
  const twin = await here.say(focal('interpol'), '/meeting action edit A1 what:"book a room."')
  const stranger = await here.say(focal('iom'), '/meeting action edit A1 what:x')
  await here.say(focal('opcw'), '/meeting action done A1')
  const done = await here.say(focal('interpol'), '/meeting action edit A1 what:"Send the draft"')

  expect(same.text).toContain('That was so already; nothing was changed.')
  expect(twin.text).toContain('says so already; nothing was changed.')
  expect(stranger.text).toContain('its owner and the members of the group may change it.')
  expect(done.text).toContain('A1 is done and belongs to the record; reopen it first.')
})

test.each([
  ['done', ['It is done']],
  ['to Friday', ['Due: Friday']],
  ['because it is wrong', []],
])(
  'words that go on with a sentence are asked about before they are all that an action says: %s',
  async (words, offered) => {
    const asked = await here.say(focal('interpol'), `/meeting action edit A1 what:"${words}"`)
    const stands = await here.say(focal('interpol'), '/meeting action list wg:ETCIP')

    expect(asked.outcome).toBe('asked')
    expect(buttonsOf(asked.answer.message).map(({ label }) => label)).toEqual([
      ...offered,
      'That is to be done',
      'Change',
    ])
    expect(asked.text).toContain(`Nothing is changed yet. “${words}” would be all that A1 says.`)
    expect(stands.text).toContain('Send the daft')
  },
)

test('a task in a script without spaces is one, and so is a short one', async () => {
  for (const words of ['分发草案', 'Book venue'])
    expect((await here.say(focal('interpol'), `/meeting action edit A1 what:"${words}"`)).text).toContain(
      `Changed: A1 ${words}`,
    )
})

test('another case or accent is another text', async () => {
  const edited = await here.say(focal('interpol'), '/meeting action edit A1 what:"Send The Daft!"')

  expect(edited.text).toContain('Changed: A1 Send The Daft!')
})
