import { expect, test } from 'vitest'

import { picker } from '../../../../adapters/slack/forms/inputs.ts'
import { listedChoices } from '../../../../src/chat/forms/listed.ts'
import { impliedOfList, kindOfList, meetingList } from '../../../../src/chat/forms/lookups.ts'
import type { Suggest } from '../../../../src/core/adapter.ts'
import { option } from '../../../../src/core/option.ts'

const about = 'The meeting'

test.each(['only under way', 'about to begin', 'over', undefined] as const)(
  'the list of a meeting’s option tells that it takes those that are %s',
  (implied) => {
    const list = meetingList(implied)

    expect([kindOfList(list), impliedOfList(list)]).toEqual(['meeting', implied])
    const asked = option.meeting({ about, ...(implied && { implied }) })
    expect(picker(asked, '')).toMatchObject({ action_id: list })
  },
)

test('a list that is not ours takes no meeting', () => {
  for (const list of ['pick:meeting:', 'pick:meeting:other', 'pick:group:over', 'over'])
    expect([kindOfList(list), impliedOfList(list)]).toEqual([undefined, undefined])
})

test('a form that lists its choices asks for those alone that the option takes', async () => {
  const asked: Suggest[] = []
  const host = {
    suggest: async (one: Suggest) => {
      asked.push(one)
      return []
    },
  }
  const caller = { platform: 'teams', tenant: 'T', account: 'A' }
  const fields = [
    { name: 'meeting', option: option.meeting({ about, implied: 'only under way' }) },
    { name: 'from', option: option.meeting({ about }) },
  ]
  await listedChoices(host, { caller }, fields, { wanted: () => true, limit: 5 })

  expect(asked.map(({ implied }) => implied)).toEqual(['only under way', undefined])
})
