import { describe, expect, it, test } from 'vitest'

import { readMessage } from '../../../../adapters/discord/inbound/mentions.ts'

const message = {
  mentions: [
    { id: '1', username: 'ana', global_name: 'Ana <@2>' },
    { id: '2', username: 'ben', global_name: null },
    'nonsense',
  ],
  mention_channels: [{ id: '3', name: 'general' }],
}

describe('the text of a message in Discord', () => {
  test.each([
    ['a user', 'Hi <@1>, <@!2>!', 'Hi @Ana <@2>, @ben!'],
    ['a user who is not told', '<@9>', '@user'],
    ['a role', '<@&1>', '@role'],
    ['a channel', '<#3> <#4>', '#general #channel'],
    ['a command', '</meeting list:12>', '/meeting list'],
    ['an emoji', '<:party:1><a:wave:2>', ':party::wave:'],
    [
      'a time',
      '<t:1797085800:F> <t:0> <t:-60:R>',
      '2026-12-12 14:30 UTC 1970-01-01 00:00 UTC 1969-12-31 23:59 UTC',
    ],
    ['a time that is none', '<t:99999999999999:F>', '<t:99999999999999:F>'],
    ['an address without a preview', '<https://x.example/a?b>', 'https://x.example/a?b'],
  ])('has words for %s', (_, content, wanted) => {
    expect(readMessage({ ...message, content })).toBe(wanted)
  })

  test('shows a sign that was escaped as its reader sees it, and reads nothing into it', () => {
    expect(readMessage({ ...message, content: '\\*a\\* \\<@1> C:\\Users' })).toBe('*a* <@1> C:\\Users')
  })

  test.each(['**bold** * <b> @everyone <x> <@a>', 'محمد 👩‍👩‍👧‍👦\r\n𠮷', ' a '])(
    'is else as it was typed: %j',
    (content) => {
      expect(readMessage({ ...message, content })).toBe(content)
    },
  )

  it('is that of its embeds where it has none of its own', () => {
    const embeds = [
      { title: 'Minutes', description: 'by <@1>', fields: [{ name: 'When', value: '<t:0:D>' }] },
      { image: { url: 'https://x.example' } },
    ]
    expect(readMessage({ ...message, content: '', embeds })).toBe(
      'Minutes\nby @Ana <@2>\nWhen: 1970-01-01 00:00 UTC',
    )
    expect(readMessage({ ...message, content: 'a', embeds })).toBe('a')
  })

  test.each([{}, { content: 1, mentions: 2, embeds: [null] }, { content: null }])(
    'is nothing of nonsense',
    (odd) => {
      expect(readMessage(odd)).toBe('')
    },
  )
})
