import { expect, test } from 'vitest'

import { picker } from '../../../../adapters/slack/forms/inputs.ts'
import { listedChoices } from '../../../../src/chat/forms/listed.ts'
import { listOf, readList } from '../../../../src/chat/forms/lookups.ts'
import type { Suggest } from '../../../../src/core/adapter.ts'
import { option, required } from '../../../../src/core/option.ts'

const about = 'The meeting'

test.each(['only under way', 'about to begin', 'over', undefined] as const)(
  'the list of a meeting’s option tells that it takes those that are %s',
  (implied) => {
    const asked = option.meeting({ about, ...(implied && { implied }) })
    const list = listOf(asked) ?? ''

    expect(readList(list)).toEqual({ kind: 'meeting', ...(implied && { implied }) })
    expect(picker(asked, '')).toMatchObject({ action_id: list })
  },
)

test('each kind of option that is suggested names a list, and the list its kind', () => {
  const offered = [
    option.entity({ about }),
    option.entities({ about }),
    option.person({ about }),
    option.group({ about }),
    option.groups({ about }),
    option.section({ about }),
    option.zone({ about }),
  ]
  for (const one of offered) expect(readList(listOf(one) ?? '')).toEqual({ kind: one.kind })
  const action = required(option.record({ about, prefix: 'A' }))
  expect(readList(listOf(action) ?? '')).toEqual({ kind: 'record', prefix: 'A' })
  const others = [option.text({ about }), option.record({ about, prefix: 'A' })]
  for (const one of others) expect(listOf(one)).toBeUndefined()
})

test('a list that is not ours offers nothing', () => {
  const foreign = ['', 'pick:', 'pick:text', 'entity', 'pick:constructor', 'pick:record', 'pick:record:R']
  for (const list of [...foreign, 'pick:meeting:', 'pick:meeting:other', 'pick:group:over', 'over'])
    expect(readList(list)).toBeUndefined()
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
