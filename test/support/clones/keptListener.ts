import pg from 'pg'

import { type ChannelListener, type Listen, listeningAs, listenOn } from '../../../db/store/server/listen.ts'

/** How those who have a clone listen in it, one test after another. */
export interface KeptListener {
  readonly listen: Listen
  end(): Promise<void>
}

/**
 * Keeps one connection for whoever listens first, since a new one costs the server more than all that most tests ask.
 * Between two of them it goes by the clone's name, and so counts as nobody's. Whoever listens beside the first has a
 * connection of its own, and so has the first once that one is cut.
 */
export function createKeptListener(url: string, name: string): KeptListener {
  let client: pg.Client | undefined
  let lentOut = false

  async function connection(): Promise<pg.Client> {
    if (client) return client
    const made = new pg.Client({ connectionString: url, application_name: name })
    client = made
    const forget = () => {
      if (client === made) client = undefined
    }
    made.on('error', forget)
    made.on('end', forget)
    await made.connect()
    return made
  }

  function lend(channel: string, { heard, connected }: ChannelListener): () => Promise<void> {
    let over = false
    let instead: (() => Promise<void>) | undefined
    const told = ({ payload }: pg.Notification) => heard(payload ?? '')
    const cut = () => {
      connected(false)
      if (!over) instead ??= listenOn(url, channel, { heard, connected })
    }
    const begun = connection().then(async (on) => {
      on.on('notification', told)
      on.once('end', cut)
      await on.query(`set application_name = '${listeningAs}'; listen ${pg.escapeIdentifier(channel)}`)
      if (!over) connected(true)
      return on
    })
    begun.catch(cut)
    return async () => {
      over = true
      const on = await begun.catch(() => undefined)
      on?.off('notification', told)
      on?.off('end', cut)
      connected(false)
      await instead?.()
      if (on && on === client)
        await on.query(`unlisten *; set application_name = '${name}'`).catch(() => undefined)
    }
  }

  return {
    listen(channel, hearing) {
      if (lentOut) return listenOn(url, channel, hearing)
      lentOut = true
      const stop = lend(channel, hearing)
      return async () => {
        await stop()
        lentOut = false
      }
    },
    async end() {
      await client?.end().catch(() => undefined)
    },
  }
}
