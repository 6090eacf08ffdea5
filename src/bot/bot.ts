import { identify } from '../../db/directory/identify.ts'
import { type Disclosure, recordDisclosures } from '../../db/directory/visibility/disclosures.ts'
import { type AuditEntry, askedSince, recordAudits } from '../../db/ledger/audit.ts'
import { toldOfMeetingSince } from '../../db/ledger/delivered.ts'
import type { Db } from '../../db/store/db.ts'
import type { Adapter, Host } from '../core/adapter.ts'
import { findCommand } from '../core/catalog.ts'
import { createNoticeAmender } from '../delivery/amend/noticeAmender.ts'
import { type Batches, createBatches } from '../delivery/batches.ts'
import { type DeliveryMeans, deliver } from '../delivery/deliver.ts'
import { createJobs, type Jobs } from '../delivery/jobs.ts'
import { createPacing } from '../delivery/pacing.ts'
import type { Handlers } from '../delivery/queue/queues.ts'
import { reportDoubts } from '../delivery/reportDoubts.ts'
import { tick } from '../delivery/ticks.ts'
import { workerShapeOf } from '../delivery/workers/workerShape.ts'
import { createCallers } from '../dispatch/caller/callers.ts'
import { createDialogue, type Dialogue, type DialogueDependencies } from '../dispatch/dialogue/dialogue.ts'
import { createSeenLast } from '../dispatch/dialogue/seenLast.ts'
import type { BotParts, Services } from '../dispatch/services.ts'
import { createLanes } from '../dispatch/turns.ts'
import type { Log } from '../process/log.ts'
import { silentMeter } from '../process/meter.ts'
import { createSeal } from '../process/seal.ts'
import { createSecrets } from '../process/secrets.ts'
import { createHost } from './host.ts'
import { createKeep } from './keep.ts'
import { listenToProcesses } from './listenToProcesses.ts'
import { fillingInCodes } from './mail/codeLetters.ts'
import { composeLetters } from './mail/lazyMeetingLetters.ts'
import { letterHandlers } from './mail/letterHandlers.ts'
import { createKeptMentions } from './mentions/keptMentions.ts'

/** Longer than a burst of commands, and shorter than anybody would notice if the store could not tell of a change. */
const callerCacheMs = 5_000

/** Often, so that no batch is large: while one is written, whoever asks waits. */
const looksEveryMs = 60

export interface Bot extends Host {
  readonly services: Services
  /** The adapters that deliver; each is named once. */
  join(adapter: Adapter): void
  /** As `Jobs.start`. */
  start(when?: Promise<unknown>): Promise<void>
  /** Calls no chat of its own accord any more: one that says nothing would hold up the stop. Commands are answered. */
  beginNothing(): void
  stop(): Promise<void>
  /** Enters what is due now and works off all deliveries; resolves when none is left. */
  settle(options: { readonly ticks: boolean }): Promise<void>
}

/** The bot without its platforms: features, dispatcher, jobs and ticks over one store and one clock. */
export function createBot(parts: BotParts): Bot {
  const { features, store, clock, log, mailer, mailFrom, publicUrl } = parts
  const {
    seal = createSeal([]),
    answersByMail = false,
    askAbove = 5,
    saidAgainMs = 60_000,
    calendars = {},
    meter = silentMeter,
  } = parts
  const joined: Adapter[] = []
  const adapters = () => joined
  const hands = new Set<string>()
  const report = () => reportDoubts({ store, clock, log, jobs })
  const alert: Host['alert'] = (key, message) => host.alert(key, message)
  const mail = mailer && { mailer, answersByMail }
  const jobs = jobsOf({ store, clock, log, adapters, alert, mail, meter }, { hands, reportDoubts: report })
  const pacing = createPacing(store, log)
  const callers = createCallers({ clock, cacheMs: callerCacheMs })
  const looks = createLooks(store.kysely, log)
  const keep = createKeep(store.kysely, clock, seal)
  const dialogue = dialogueOf(parts, { keep, secret: seal.hasKey, looks: looks.commands })
  const keeping = { store, clock, log, jobs, features, adapters }
  const [mentions, duties] = [createKeptMentions(keeping), createNoticeAmender(keeping)]
  const noted = () => Promise.all([looks.flush(), dialogue.settled()])
  const settled = () => Promise.all([mentions.settled(), duties.settled()])
  let unlisten: (() => Promise<void>) | undefined
  const services: Services = {
    ...{ store, clock, features, jobs, pacing, log, meter, askAbove, calendars, callers, hands },
    saidAgainMs,
    dialogue,
    hasMail: mailer !== undefined,
    secrets: createSecrets(seal),
    letters: mailer && composeLetters({ publicUrl, mailFrom, answersByMail }),
    publicUrl: publicUrl?.replace(/\/$/, ''),
    reportDoubts: report,
    looked: looks.commands.add,
    disclosed: looks.disclosures.add,
    mentionsOn: (platform) => joined.find(({ name }) => name === platform)?.mentions,
    changed(change) {
      for (const adapter of joined) adapter.changed(change)
      duties.changed(change)
      if (change.subject.startsWith('group:')) mentions.wake()
    },
    ticked() {
      mentions.wake()
      duties.wake()
    },
  }
  const host = createHost(services, keep, createLanes(store))
  return {
    ...host,
    services,
    join(adapter) {
      joined.push(adapter)
    },
    async start(when) {
      unlisten = listenToProcesses(store, callers, pacing)
      await jobs.start(when)
    },
    beginNothing() {
      mentions.stop()
      duties.stop()
      jobs.rest()
    },
    async stop() {
      await settled()
      await noted()
      await jobs.stop()
      // Until then other processes share the rate limits with this one.
      await unlisten?.()
      await pacing.stop()
    },
    async settle({ ticks }) {
      await noted()
      if (ticks) await tick(services)
      await settled()
      // What was answered stands, whatever becomes of the deliveries; they stay queued and go on with the next.
      await jobs.drain().catch((error: unknown) => log.warn({ err: error }, 'deliveries were interrupted'))
    },
  }
}

/** Who looked at what, and whose address was shown to whom: written in batches, so that nobody waits for it. */
function createLooks(db: Db, log: Log) {
  const soon = (what: string) => ({ everyMs: looksEveryMs, log, what })
  const commands = createBatches<AuditEntry>((some) => recordAudits(db, some), soon('who looked at what'))
  const disclosures = createBatches<Disclosure>(
    (some) => recordDisclosures(db, some),
    soon('whose address was shown to whom'),
  )
  return {
    commands,
    disclosures,
    flush: () => Promise.all([commands.flush(), disclosures.flush()]),
  }
}

/** Dialogue go on with what this process has answered and, through the store, with what others have. */
function dialogueOf(
  { features, store, clock, log }: BotParts,
  {
    keep,
    secret,
    looks,
  }: Pick<DialogueDependencies, 'keep' | 'secret'> & { readonly looks: Batches<AuditEntry> },
): Dialogue {
  const db = store.kysely
  return createDialogue({
    ...{ clock, keep, secret },
    async askedSince(account, at) {
      await looks.flush()
      return askedSince(db, account, at)
    },
    async invitedSince({ caller: account, vouchedEmail }, at) {
      const caller = await identify(db, { ...account, vouchedEmail: vouchedEmail ?? null }, clock.now())
      return caller !== null && caller !== undefined && (await toldOfMeetingSince(db, caller.personId, at))
    },
    optionOf: (words, name) => findCommand(features, words)?.command.options[name],
    seenLast: createSeenLast({ features, clock, db, looks }),
    failed: (err) => log.error({ err }, 'failed to store how a list or a question goes on'),
  })
}

/** The queues, worked off by the adapters that have joined. */
function jobsOf(means: DeliveryMeans, own: Pick<Handlers, 'hands' | 'reportDoubts'>): Jobs {
  const { store, clock, log, alert, mail } = means
  return createJobs(
    store,
    {
      ...{ clock, ...own },
      workerOf: (workspace) => workerShapeOf(means.adapters(), workspace),
      deliver: (notice) => deliver(means, notice),
      ...letterHandlers(fillingInCodes(store.kysely, clock, mail?.mailer), { alert, log }),
    },
    log,
  )
}
