import { expect, test } from 'vitest'

import { block, link, message, person, rich } from '../../../../src/core/message.ts'
import { letterOf } from '../../../../src/delivery/noticeAsLetter.ts'

test('a letter isolates a title and a name in Arabic within its English lines, and lets neither turn the rest', () => {
  const title = 'اجتماع (الرياض)'
  const said = message(
    rich`${person('سارة', '')} moved ${title} (24 Nov)`,
    block.text(title),
    block.fields([['Place', '\u202eالرياض']]),
    block.text(rich`See ${link(title, 'https://x.example')}`),
  )
  expect(letterOf(said, 'a@x.example', '1')).toMatchObject({
    subject: `\u2068سارة\u2069 moved \u2068${title}\u2069 (24 Nov)`,
    text: [
      `\u2068سارة\u2069 moved \u2068${title}\u2069 (24 Nov)`,
      title,
      'Place: \u2068الرياض\u2069',
      `See \u2068${title}\u2069 (https://x.example)\n`,
    ].join('\n\n'),
  })
})
