import { expect, test } from 'vitest'
import { type Button, block, button } from '../../../../../src/core/message.ts'
import { withDistinctLabels } from '../../../../../src/dispatch/answers/offered/distinctLabels.ts'

const labels = (...buttons: readonly Button[]) =>
  withDistinctLabels([block.buttons(...buttons)]).flatMap((one) =>
    one.kind === 'buttons' ? one.buttons.map(({ label }) => label) : [],
  )

const cut = 'Post: CTED held a workshop on border security in…'
const text = 'CTED held a workshop on border security in the region of'

test('buttons that would read alike show what was cut off from where it differs', () => {
  expect(
    labels(
      button(cut, 'update post', { text: `${text} Nairobi` }),
      button(cut, 'update post', { text: `${text} Naples` }),
      button('Help', 'help'),
    ),
  ).toEqual(['Post: CTED held a workshop on … Nairobi', 'Post: CTED held a workshop on … Naples', 'Help'])
})

test('buttons that read alike for two commands name them, and those that do the same stay as they are', () => {
  expect(labels(button('Close', 'meeting end'), button('Close', 'newsletter close'))).toEqual([
    'Close (/meeting end)',
    'Close (/newsletter close)',
  ])
  expect(labels(button('Show', 'wg list'), button('Show', 'wg list'))).toEqual(['Show', 'Show'])
})
