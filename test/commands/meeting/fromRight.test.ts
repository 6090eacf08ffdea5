import { expect, test } from 'vitest'

import { renderPages } from '../../../adapters/slack/render/message.ts'
import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { focal } from '../../support/world.ts'

const chair = focal('interpol')

test('a refusal keeps an Arabic title with its number together, and apart from its own words', async () => {
  await inFreshWorld(monday, async (here) => {
    const made = await here.say(
      chair,
      '/meeting schedule "اجتماع 4" wg:ETCIP start:"10 Dec 14:30" confirm:yes',
    )
    expect(made.outcome, made.text).toBe('done')
    for (const [line, words] of [
      ['/meeting end M1', 'M1 \u2068اجتماع 4\u2069 has not been started'],
      ['/meeting minutes M1', 'M1 \u2068اجتماع 4\u2069 has not begun yet'],
      ['/meeting rsvp M1 not here', 'present at M1 \u2068اجتماع 4\u2069; nothing was changed'],
    ] as const)
      expect((await here.say(chair, line)).text).toContain(words)
  })
})

test('an Arabic title, a presenter and an owner each keep to themselves in the agenda and among the actions', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 14:30" confirm:yes')
    const drawn = async (line: string) => {
      const { answer } = await here.say(chair, line)
      return JSON.stringify(renderPages(answer.message, { buttonValue: () => 'v' }))
        .replace(/"},\{"type":"text","text":"/g, '')
        .replaceAll('\\n', ' ')
    }
    const agenda = await drawn('/meeting agenda add M1 item:"العمل المشترك" presenter:"وفد 3" minutes:20')
    const actions = await drawn('/meeting action add M1 what:"إرسال المسودة 2" due:"12 Jan"')

    expect(agenda).toContain('1. \u2068العمل المشترك\u2069 (\u2068وفد 3\u2069, 20 min)')
    expect(actions).toContain('A1 \u2068إرسال المسودة 2\u2069 (')
  })
})
