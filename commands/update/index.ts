import { feature } from '../define.ts'
import { clear } from './clear/clear.ts'
import { clearance } from './clear/clearance.ts'
import { accept } from './decide/accept.ts'
import { holdOver } from './decide/holdOver.ts'
import { merge } from './decide/merge.ts'
import { move } from './decide/move.ts'
import { returnToAuthor } from './decide/returnToAuthor.ts'
import { unaccept } from './decide/unaccept.ts'
import { undo } from './decide/undo.ts'
import { restore, withdraw } from './decide/withdraw.ts'
import { follow } from './follow/follow.ts'
import { messageChanged } from './follow/rules.ts'
import { deadLink } from './links/rules.ts'
import { list, mine } from './list.ts'
import { show } from './show.ts'
import { edit } from './write/edit.ts'
import { mend } from './write/mend.ts'
import { post } from './write/post.ts'

/** Activity updates: what members did, on its way into the newsletter. */
export const update = feature({
  name: 'update',
  about: 'Post what your entity did, and follow it into the newsletter',
  prose: 'post',
  sayings: [
    ['my updates', 'update mine'],
    ['what did i post', 'update mine'],
    ['what have i posted', 'update mine'],
    ['did my update go in', 'update mine'],
    ['is my update accepted', 'update mine'],
    ['was my update accepted', 'update mine'],
    ['what happened to my update', 'update mine'],
    ['delete U#', 'update withdraw #'],
    ['cancel U#', 'update withdraw #'],
    ['accept U#', 'update accept #'],
    ['post: …', 'update post …'],
    ['news: …', 'update post …'],
    ['accept (everything|[them] all|all [the] [waiting] updates|all [that] waits)', 'update accept all'],
    ...['put', 'file', 'move'].flatMap((verb) =>
      ['in', 'into', 'under'].map((where) => [`${verb} U# ${where} …`, 'update edit # section:"…"'] as const),
    ),
    ['change the section of U# to …', 'update edit # section:"…"'],
    ['change section of U# to …', 'update edit # section:"…"'],
    ...['put', 'move', 'keep', 'hold'].flatMap((verb) =>
      ['in', 'into', 'to', 'for'].map(
        (where) => [`${verb} U# ${where} the next issue`, 'update hold-over #'] as const,
      ),
    ),
    ['un-accept U#', 'update unaccept #'],
    ['take back the acceptance of U#', 'update unaccept #'],
    ['take the acceptance of U# back', 'update unaccept #'],
    ['undo the acceptance of U#', 'update unaccept #'],
    ...['submit', 'post', 'send', 'add', 'write', 'make', 'new'].flatMap((verb) =>
      ['update', 'an update', 'a new update', 'my update', 'our update'].flatMap((what) => [
        [`${verb} ${what}`, 'update post'] as const,
        [`${verb} ${what}: …`, 'update post …'] as const,
      ]),
    ),
    ['accept all', 'update accept all'],
    ['accept all updates', 'update accept all'],
    ['withdraw my last update', 'update withdraw last'],
    ['cancel my last update', 'update withdraw last'],
    ['delete my last update', 'update withdraw last'],
    ['show my last update', 'update show last'],
    ['edit my last update', 'update edit last'],
    ['withdraw U#', 'update withdraw #'],
    ['U#', 'update show #'],
    ['show U#', 'update show #'],
    ['show me U#', 'update show #'],
  ],
  commands: [
    ...[post, mine, list, show, edit, follow, mend, withdraw, restore],
    ...[accept, unaccept, returnToAuthor, merge, move, holdOver, undo, clear, clearance],
  ],
  rules: [messageChanged, deadLink],
  shortcuts: [
    {
      name: 'post-as-update',
      label: 'Post as update',
      about: 'Post what this message says as an update for the newsletter',
      on: 'message',
      command: 'update post',
      fill: { text: 'text', link: 'link' },
      asks: true,
    },
    {
      name: 'post-an-update',
      label: 'Post an update',
      about: 'Post what your entity did, for the newsletter',
      on: 'anywhere',
      command: 'update post',
      asks: true,
    },
  ],
})
