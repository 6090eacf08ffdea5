import { leadingRoles } from '../directory/roleOrder.ts'
import { remindersNamed } from '../ledger/reminders/named.ts'
import { findItems, listItems } from '../library/find.ts'
import {
  actionsNamed,
  type OpenRecordQuery,
  pollsNamed,
  silencesNamed,
} from '../meetings/find/openRecords.ts'
import { listProjects } from '../projects/projects.ts'
import { listRecommendations } from '../recommendations/recommendations.ts'
import type { Db } from '../store/db.ts'
import type { Asker } from './asker.ts'

export interface NamedRecord {
  readonly id: number
  readonly title: string
}

interface NamedQuery {
  readonly words: string
  readonly limit: number
}

/** The records of a kind, by the letters before its numbers, that words mean; the latest where none are given. */
export async function recordsNamed(
  db: Db,
  prefix: string,
  asker: Asker,
  wanted: NamedQuery,
): Promise<readonly NamedRecord[]> {
  const find = Object.hasOwn(finders, prefix) ? finders[prefix] : undefined
  return find ? find(db, wanted, asker) : []
}

/** Whether records of a kind are found by words. */
export function isNamed(prefix: string): boolean {
  return Object.hasOwn(finders, prefix)
}

const everything = { groupId: null, entityId: null, kind: null, on: null }

/** Records of groups are for those who hold a role there. */
function theirs({ isSecretariat, roles }: Asker): readonly number[] | null {
  return isSecretariat ? null : roles.map(({ groupId }) => groupId)
}

/** What is over is found by its words where nothing open is called so: the command says that it is over. */
function openFirst(
  find: (db: Db, sought: OpenRecordQuery) => Promise<readonly NamedRecord[]>,
): (db: Db, wanted: NamedQuery, asker: Asker) => Promise<readonly NamedRecord[]> {
  return async (db, wanted, asker) => {
    const sought = { ...wanted, groupIds: theirs(asker), over: false }
    const open = await find(db, sought)
    return open.length > 0 || wanted.words === '' ? open : find(db, { ...sought, over: true })
  }
}

/** Their own, and those of the groups that they lead; what was cancelled is found where nothing ahead is called so. */
async function ownReminders(db: Db, wanted: NamedQuery, { personId, roles }: Asker) {
  const groupIds = roles.flatMap(({ groupId, role }) => (leadingRoles.includes(role) ? [groupId] : []))
  const sought = { ...wanted, personId, groupIds: [...new Set(groupIds)] }
  const ahead = await remindersNamed(db, { ...sought, over: false })
  return ahead.length > 0 || wanted.words === '' ? ahead : remindersNamed(db, { ...sought, over: true })
}

const finders: Readonly<
  Record<string, (db: Db, wanted: NamedQuery, asker: Asker) => Promise<readonly NamedRecord[]>>
> = {
  P: openFirst(pollsNamed),
  S: openFirst(silencesNamed),
  A: openFirst(actionsNamed),
  R: ownReminders,
  LIB: (db, { words, limit }) =>
    words === ''
      ? listItems(db, { ...everything, limit, offset: 0 })
      : findItems(db, words, { ...everything, limit }),
  PRJ: (db, wanted) => listProjects(db, { entityId: null, pillar: null, status: null, offset: 0, ...wanted }),
  async REC(db, wanted, { personId, entityId, isSecretariat }) {
    const asker = { personId, entityId, isSecretariat }
    const found = await listRecommendations(db, {
      ...{
        country: null,
        ownerEntity: null,
        ownerPerson: null,
        lateOn: null,
        status: null,
        own: false,
        offset: 0,
      },
      ...asker,
      ...wanted,
    })
    return found.map(({ id, country, body }) => ({ id, title: `${country}: ${body}` }))
  },
}
