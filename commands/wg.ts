import { feature } from './define.ts'
import { appoint, release } from './wg/appoint.ts'
import { bind, unbind } from './wg/bind.ts'
import { history } from './wg/history.ts'
import { list } from './wg/list.ts'
import { show } from './wg/show.ts'

/** The working groups: who leads and who belongs, on any day. */
export const wg = feature({
  name: 'wg',
  about: 'The working groups: who leads, who belongs, who did when',
  aliases: ['group', 'groups'],
  commands: [list, show, history, appoint, release, bind, unbind],
  fallback: 'show',
})
