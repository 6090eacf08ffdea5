import { feature } from '../define.ts'
import { appoint, release } from './appoint.ts'
import { bind, unbind } from './bind.ts'
import { cadence } from './cadence.ts'
import { add, edit, retire } from './edit/groups.ts'
import { memberOrders } from './edit/orders.ts'
import { groupOrders, roleOrders, rolesTold } from './edit/roleOrders.ts'
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
  thing: 'working group',
  forms: { appoint: ['Give a role', 'Appoint'], release: ['End a role', 'End it'], join: ['Admit an entity', 'Admit'], leave: ['End a seat', 'End it'], undo: ['Undo a change', 'Undo'], bind: ['Bind this channel', 'Bind'], unbind: ['Unbind this channel', 'Unbind'], sync: ['Members of a user group', 'Show'], follow: ['Follow the members', 'Follow'], unfollow: ['Stop following', 'Stop'], cadence: ['Rhythm of meetings', 'Save'] }, // biome-ignore format: a table
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
  offers: rolesTold,
  sayings: [
    ['[the] chair of …', 'wg show …'],
    ['who (chairs|leads) …', 'wg show …'],
    ['who (chairs|leads) the (compact|groups)', 'wg list'],
    ["(who is|who's) [the] chair of …", 'wg show …'],
    ["(who is|who's|who are) (my|our|the) (chair|chairs|chairperson)", 'wg list'],
    ['من (يرأس|رئيس) …', 'wg show …'],
    ["(who is|who's) in …", 'wg show …'],
    ["(who is|who's) in @", 'directory card @'],
    ['[list|list of] [the] members of …', 'wg show …'],
    ['(qui préside|quién preside|кто председатель) …', 'wg show …'],
    [
      '((qui|quels) sont les membres [de|du]|[les|liste des] membres (de|du)|[quiénes son] [los] miembros (de|del)|кто члены|члены) …',
      'wg show …',
    ],
    ['[all|the|list of|list all|who are the] chairs', 'wg list'],
    ['[i want to|i would like to|we want to] join @', 'wg join @'],
    ['(add|put|admit) (me|us) (to|in|into) [the] … (group|working group)', 'wg join …'],
    ['(add|put|admit) (me|us) (to|in|into) [the] @', 'wg join @'],
    ['[i want to|we want to|we] leave @', 'wg leave @'],
    ['(remove|take|strike|delete) (me|us) (from|off|out of) [the] @ [group|working group]', 'wg leave @'],
    ['[give me] [the] [list of] [all] [working] groups', 'wg list'],
    ['list all [working] groups', 'wg list'],
    ['(which|what) [working] groups (is|are) @ [in|part of]', 'directory card @'],
    ['(which|what) [working] groups does @ (belong to|sit in)', 'directory card @'],
    ['(is|are) @ in (a|any) [working] (group|groups)', 'directory card @'],
    ['(is|are) @ [already|still] [a member|an observer|members|observers] (in|of) @', 'wg show @2'],
    ['who [else] (is|sits) (in|on) @', 'wg show @'],
    ['which groups are late', 'wg cadence'],
    [
      "(which|what) [working] groups (did not|didn't|have not|haven't|has not) [yet] (meet|met) [(this|last) (quarter|year|month)|yet|recently|lately]",
      'wg cadence',
    ],
    ['(former|previous|past|earlier) (chair|chairs|co-chairs|chairpersons) of …', 'wg history …'],
    ['who (was|were) [the] (chair|co-chair|chairs) of @ before …', 'wg history @'],
    ['who (chaired|led|held) @ before [@|that|then]', 'wg history @'],
    [
      'who (was|were|used to be) [the] (previous|former|last|earlier) (chair|co-chair|chairs) of @',
      'wg history @',
    ],
    ['[who are] [the|all] (members|people) (of|in) [the] @ [group|working group]', 'wg show @'],
    ['how many (members|people|entities|observers) (does|do) @ have', 'wg show @'],
    [
      'how many (members|people|entities|observers) (has|are in|are there in|sit in|sit on|does … have in) @',
      'wg show @',
    ],
    ...memberOrders,
    ...roleOrders,
    ...groupOrders,
    ['who has met', 'wg cadence'],
  ],
})
