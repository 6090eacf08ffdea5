import { expect, test } from 'vitest'

import type { ClaimedNotice } from '../../../../db/ledger/claims/claimNotices.ts'
import { createConversations, type HeldNotice } from '../../../../src/delivery/workers/conversations.ts'

type Addressed = Partial<Pick<ClaimedNotice, 'room' | 'recipients'>>

let last = 0

/** A claimed notice of which only the address matters. */
function held({ room, recipients = [] }: Addressed): HeldNotice {
  last += 1
  const job = { holder: { id: 'j', left: 1 }, noticeId: last, workspace: 'slack T1', priority: 0 }
  const notice = { id: last, room, recipients } as ClaimedNotice
  return { job, notice, recorded: () => undefined }
}

const toRoom = (channel: string) => held({ room: { platform: 'slack', tenant: 'T1', channel } })
const toAccount = (account: string) =>
  held({ recipients: [{ platform: 'slack', tenant: 'T1', account, name: 'Ana', email: null }] })
const toAddress = (email: string) =>
  held({ recipients: [{ platform: '', tenant: '', account: '', name: 'Ana', email }] })

test('notices of one room, one account or one address are found together in their order, others apart', () => {
  const conversations = createConversations()
  const [first, mail, person, second, other] = [
    toRoom('C1'),
    toAddress('ana@un.org'),
    toAccount('U1'),
    toRoom('C1'),
    toRoom('C2'),
  ]
  for (const one of [first, mail, person, second, other]) conversations.add(one)
  const found = Array.from({ length: 5 }, () => conversations.next())

  expect(found).toEqual([[first, second], [mail], [person], [other], undefined])
})

test('what comes while its conversation is delivered is found in it, and is given to nobody else', () => {
  const conversations = createConversations()
  conversations.add(toRoom('C1'))
  const begun = conversations.next()
  const later = toRoom('C1')
  conversations.add(later)

  expect(begun).toContain(later)
  expect(conversations.next()).toBeUndefined()
})

test('once a conversation has ended, the next notice of it begins it anew', () => {
  const conversations = createConversations()
  const first = toRoom('C1')
  conversations.add(first)
  conversations.next()
  conversations.end(first.notice)
  const second = toRoom('C1')
  conversations.add(second)

  expect(conversations.next()).toEqual([second])
})

test('taking all leaves nothing to whoever delivers a conversation already', () => {
  const conversations = createConversations()
  const [first, second, other] = [toRoom('C1'), toRoom('C1'), toRoom('C2')]
  for (const one of [first, second, other]) conversations.add(one)
  const begun = conversations.next()
  begun?.shift()

  expect(conversations.takeAll()).toEqual([second, other])
  expect(begun).toEqual([])
})
