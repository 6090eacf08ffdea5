import { fold } from '../../src/core/text/nearest.ts'
import { feature } from '../define.ts'
import { appoint, release } from './appoint.ts'
import { bind, unbind } from './bind.ts'
import { cadence } from './cadence.ts'
import { add, edit, retire } from './edit/groups.ts'
import { memberOrders } from './edit/orders.ts'
import { join, leave } from './edit/seats.ts'
import { history } from './history.ts'
import { list } from './list.ts'
import { follow, unfollow } from './mention/follow.ts'
import { sync } from './mention/sync.ts'
import { show } from './show.ts'
import { undo } from './undo.ts'

/** The working groups: who leads and who belongs, on any day. */
export const wg = feature({
  name: 'wg',
  about: 'Working groups: who leads, who belongs, and since when',
  aliases: ['group', 'groups'],
  commands: [
    list,
    show,
    history,
    appoint,
    release,
    join,
    leave,
    undo,
    bind,
    unbind,
    sync,
    follow,
    unfollow,
    cadence,
    add,
    edit,
    retire,
  ],
  fallback: 'show',
  sayings: [
    ['chair of …', 'wg show …'],
    ['the chair of …', 'wg show …'],
    ['who chairs …', 'wg show …'],
    ['who leads …', 'wg show …'],
    ['who leads the compact', 'wg list'],
    ['who chairs the compact', 'wg list'],
    ['who chairs the groups', 'wg list'],
    ['who leads the groups', 'wg list'],
    ['who is chair of …', 'wg show …'],
    ['who is the chair of …', 'wg show …'],
    ["who's the chair of …", 'wg show …'],
    ['who is in …', 'wg show …'],
    ["who's in …", 'wg show …'],
    ['members of …', 'wg show …'],
    ['list of members of …', 'wg show …'],
    ...[
      'qui préside',
      'quién preside',
      'кто председатель',
      'qui sont les membres de',
      'quiénes son los miembros de',
    ].map((asked) => [`${fold(asked)} …`, 'wg show …'] as const),
    ['list of the members of …', 'wg show …'],
    ...['chairs', 'all chairs', 'the chairs', 'list of chairs', 'list all chairs', 'who are the chairs'].map(
      (asked) => [asked, 'wg list'] as const,
    ),
    ...['join @', 'i want to join @', 'i would like to join @', 'we want to join @'].map(
      (asked) => [asked, 'wg join @'] as const,
    ),
    ...['leave @', 'i want to leave @', 'we want to leave @', 'we leave @'].map(
      (asked) => [asked, 'wg leave @'] as const,
    ),
    ['list members of …', 'wg show …'],
    ['list the members of …', 'wg show …'],
    ['all groups', 'wg list'],
    ['list all groups', 'wg list'],
    ['working groups', 'wg list'],
    ['all working groups', 'wg list'],
    ['list of working groups', 'wg list'],
    ['give me the list of working groups', 'wg list'],
    ['which groups are late', 'wg cadence'],
    ...memberOrders,
    ['who has met', 'wg cadence'],
  ],
})
