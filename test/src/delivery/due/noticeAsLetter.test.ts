import { expect, test } from 'vitest'

import { block, button, link, message, person, rich } from '../../../../src/core/message.ts'
import { letterOf, meetingAsked } from '../../../../src/delivery/noticeAsLetter.ts'

test('a letter isolates a title and a name in Arabic within its English lines, and lets neither turn the rest', () => {
  const title = 'اجتماع (الرياض)'
  const notice = message(
    rich`${person('سارة', '')} moved ${title} (24 Nov)`,
    block.text(title),
    block.fields([['Place', '\u202eالرياض']]),
    block.text(rich`See ${link(title, 'https://x.example')}`),
  )
  expect(letterOf(notice, 'a@x.example', { id: '1' })).toMatchObject({
    subject: `\u2068سارة\u2069 moved \u2068${title}\u2069 (24 Nov)`,
    text: [
      `\u2068سارة\u2069 moved \u2068${title}\u2069 (24 Nov)`,
      title,
      'Place: \u2068الرياض\u2069',
      `See \u2068${title}\u2069 (https://x.example)\n`,
    ].join('\n\n'),
  })
})

test('a letter keeps an Arabic text together with a link in it, and what is typed apart from its values', () => {
  const text = [...rich`شاهد `, link('UN', 'https://x.example'), ...rich` هنا`]
  const notice = message(
    rich`U1: ${text}, 3`,
    block.text(text),
    block.buttons(button('Show', 'meeting show', { meeting: 'اجتماع', page: '2' })),
  )
  expect(letterOf(notice, 'a@x.example', { id: '1' }).text).toBe(
    [
      'U1: \u2068شاهد UN (https://x.example) هنا\u2069, 3',
      'شاهد UN (https://x.example) هنا',
      'Show: /meeting show meeting:"\u2068اجتماع\u2069" page:"2"\n',
    ].join('\n\n'),
  )
})

test('a letter offers the answers to an invitation in one line, by mail where a reply counts', () => {
  const answers = (meeting: string) =>
    (['yes', 'maybe', 'no'] as const).map((answer) => button(answer, 'meeting rsvp', { meeting, answer }))
  const notice = message('Plenary', block.buttons(...answers('M3')), block.buttons(...answers('M4')))

  expect(letterOf(notice, 'a@x.example', { id: '1', answersFor: 3 }).text).toBe(
    'Plenary\n\nAnswer this letter with yes, no or maybe.\n\nIn the chat: /meeting rsvp M4 yes, maybe or no\n',
  )
  expect(meetingAsked(notice)).toBeUndefined()
  expect(meetingAsked(message('Plenary', block.buttons(...answers('M3'))))).toBe(3)
})
