import { expect, test } from 'vitest'

import { block, button, link, message, person, rich } from '../../../../src/core/message.ts'
import { letterOf } from '../../../../src/delivery/noticeAsLetter.ts'

test('a letter isolates a title and a name in Arabic within its English lines, and lets neither turn the rest', () => {
  const title = 'اجتماع (الرياض)'
  const notice = message(
    rich`${person('سارة', '')} moved ${title} (24 Nov)`,
    block.text(title),
    block.fields([['Place', '\u202eالرياض']]),
    block.text(rich`See ${link(title, 'https://x.example')}`),
  )
  expect(letterOf(notice, 'a@x.example', '1')).toMatchObject({
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
  expect(letterOf(notice, 'a@x.example', '1').text).toBe(
    [
      'U1: \u2068شاهد UN (https://x.example) هنا\u2069, 3',
      'شاهد UN (https://x.example) هنا',
      'Show: /meeting show meeting:"\u2068اجتماع\u2069" page:"2"\n',
    ].join('\n\n'),
  )
})
