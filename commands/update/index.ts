import { isWrong } from '../../src/core/language/sentences/isWrong.ts'
import { feature } from '../define.ts'
import { clear } from './clear/clear.ts'
import { clearance } from './clear/clearance.ts'
import { clearancesSettle } from './clear/settles.ts'
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
import { list } from './list.ts'
import { mine } from './mine.ts'
import { editorsSentences, updatesTold } from './sentences.ts'
import { show } from './show.ts'
import { edit } from './write/edit.ts'
import { mend } from './write/mend.ts'
import { post } from './write/post.ts'

const submit = '(submit|post|send|add|write|make|new)'

/** Activity updates: what members did, on its way into the newsletter. */
export const update = feature({
  name: 'update',
  about: 'Post what your entity did, and follow it into the newsletter',
  prose: 'post',
  offers: updatesTold,
  sayings: [
    [
      '(approve|accept|clear) (everything|all|all updates) (from|of|by) @',
      'update list status:proposed entity:@',
    ],
    [
      '(my updates|[show] what (did i post|have i posted|i posted|i have posted)|what happened to my update)',
      'update mine',
    ],
    ['updates', 'update list'],
    ['how many updates (wait|are waiting|are pending|are proposed) [for a decision]', 'update list proposed'],
    ['(mes (contributions|nouvelles|actualités)|mis (contribuciones|noticias)|мои новости)', 'update mine'],
    ['(did my update go in|(is|was) my update accepted)', 'update mine'],
    ...['since …', 'this …', 'last …', 'in …'].map(
      (when) =>
        [
          `[show [me]] what (we|we've|we have) (contributed|sent|posted|reported) ${when}`,
          `update list period:"${when}"`,
        ] as const,
    ),
    ['(delete|cancel|withdraw) U#', 'update withdraw #'],
    ['(delete|cancel|withdraw) my last update', 'update withdraw last'],
    ['accept U#', 'update accept #'],
    ['accept either …', 'update accept …'],
    ['(ok|okay|yes|approve) [to|for|with] U#', 'update accept #'],
    ['U# [is] (ok|okay|fine|good|approved|accepted)', 'update accept #'],
    [
      'what (has|did) @ (send|sent|post|posted|report|reported|contribute|contributed|submit|submitted) [(so far|in|lately|to us)]',
      'update list entity:@',
    ],
    ['send U# back [to the author|to its author]', 'update return #'],
    ['(send U# (back|back,|back:) …|send back U# …)', 'update return # …'],
    ['(sign off|sign off on|wave through) U#', 'update accept #'],
    [
      '(take back|withdraw|delete|remove|undo|retract) (what|the (one|thing|item|update)) (i|we) [have] [just] (posted|sent|wrote)',
      'update withdraw last',
    ],
    ...['link', 'date', 'place', 'section'].flatMap((name) =>
      [
        `[that was] [the] (wrong|broken|bad) ${name} in U# [(it|that)] [(should be|must be|is)] …`,
        `the ${name} (of|in|for) U# ${name === 'place' ? '(should be|must be|is now)' : '(is|was|should be|must be|is now)'} …`,
        `the ${name} (of|in|for) U# (is|was) (wrong|not right|incorrect) [but] [(it|that)] (should be|must be|is|was) …`,
      ].map((said) => [said, `update edit # ${name}:"…"`] as const),
    ),
    [`the (text|title|link|date|place|section) (of|in|for) U# ${isWrong}`, 'update edit #'],
    ['U# (belongs|goes|should go) (in|into|to|under) …', 'update edit # section:"…"'],
    [
      '(delete|remove|withdraw|cancel) (my|the|our) (update|item|post) (about|on|from|of) …',
      'update withdraw …',
    ],
    ['post: …', 'update post …'],
    ['news: …', 'update post …'],
    ['accept (everything|[them] all|all [the] [waiting] updates|all [that] waits)', 'update accept all'],
    [
      'accept (everything|all) [of them|updates] (but|except|without|besides) [for] …',
      'update accept all except …',
    ],
    ...['both', 'all two', 'all three', 'all four', 'all five', 'all six', 'the two', 'the three'].map(
      (said) => [`accept ${said} [of them|updates]`, `update accept ${said}`] as const,
    ),
    ['((put|file|move) U# (in|into|under)|change [the] section of U# to) …', 'update edit # section:"…"'],
    ['(put|move|keep|hold) U# (in|into|to|for) the next issue', 'update hold-over #'],
    ['(un-accept|(take back|undo) the acceptance of) U#', 'update unaccept #'],
    ['take the acceptance of U# back', 'update unaccept #'],
    [`${submit} [an|a new|my|our] update`, 'update post'],
    [`${submit} [an|a new|my|our] update: …`, 'update post …'],
    ['show my last update', 'update show last'],
    ['edit my last update', 'update edit last'],
    ['[show [me]] U#', 'update show #'],
    ...editorsSentences,
  ],
  forms: { follow: ['Follow up', 'Answer'], mend: ['Mend the style', 'Mend'], unaccept: ['Take acceptance back', 'Take it back'], move: ['Move to a section', 'Move'], 'hold-over': ['Hold over an update', 'Hold over'], undo: ['Undo', 'Undo'], clear: ['Clear an update', 'Clear'] }, // biome-ignore format: a table
  commands: [
    ...[post, mine, list, show, edit, follow, mend, withdraw, restore],
    ...[accept, unaccept, returnToAuthor, merge, move, holdOver, undo, clear, clearance],
  ],
  rules: [messageChanged, deadLink],
  settles: [clearancesSettle],
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
