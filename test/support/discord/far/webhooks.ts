import { object } from '../../../../src/core/json.ts'
import type { Asked, Deed, Ground, Posted } from './asked.ts'
import { edit, ok, remove } from './channels.ts'
import { app } from './defaults.ts'
import { no, type Reply } from './faults.ts'
import { follow, type Interaction, ofInteraction, respond } from './interacting.ts'

/** What is done with the token of an interaction; undefined where something else is asked for. */
export function interacting(ground: Ground, asked: Asked): Deed | undefined {
  const { method, parts, files } = asked
  const [root, id = '', token = '', what, about, ...more] = parts
  const body = object(asked.body)
  if (root === 'interactions' && what === 'callback' && about === undefined && method === 'POST') {
    return { kind: 'callback', open: true, act: () => callBack(ground, asked, id, token) }
  }
  if (root !== 'webhooks' || more.length > 0) return undefined
  const within = (act: (found: Interaction) => Reply) => () => withToken(ground, id, token, act)
  if (what === undefined && method === 'POST') {
    return { kind: 'followup', open: true, act: within((one) => follow(ground, one, body, files)) }
  }
  if (what !== 'messages' || about === undefined) return undefined
  const on = (act: (found: Posted) => Reply) =>
    within((one) => {
      const found = ofInteraction(ground, one, about)
      return found ? act(found) : no(404, 10_008, 'Unknown Message')
    })
  if (method === 'GET') return { kind: 'readOriginal', open: true, act: on((one) => ok(ground, one)) }
  if (method === 'DELETE')
    return { kind: 'removeOriginal', open: true, act: on((one) => remove(ground, one)) }
  if (method !== 'PATCH') return undefined
  return { kind: 'original', open: true, act: on((one) => edit(ground, one, body, files)) }
}

function callBack(ground: Ground, { body, query, files }: Asked, id: string, token: string): Reply {
  const found = ground.interactions.find(id)
  const reply = respond(ground, found?.token === token ? found : undefined, object(body), files)
  return reply.status < 300 && query.get('with_response') !== 'true' ? { status: 204 } : reply
}

function withToken(ground: Ground, id: string, token: string, act: (found: Interaction) => Reply): Reply {
  const found = ground.interactions.byToken(token)
  if (!found || id !== app.id || ground.interactions.isOver(found)) {
    return no(401, 50_027, 'Invalid Webhook Token')
  }
  return found.answeredWith === undefined ? no(404, 10_015, 'Unknown Webhook') : act(found)
}
