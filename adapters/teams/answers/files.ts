import { createHash } from 'node:crypto'

import { isOnHosts, type RemoteFile, remoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { beforeSending } from '../../../src/chat/delivery/failure.ts'
import type { Account } from '../../../src/core/address.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { InputFile } from '../../../src/core/inputFile.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { fileBytes, type Message } from '../../../src/core/message.ts'
import type { Address, Connector } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'

/**
 * Files: Teams lets a bot lay one into a person’s OneDrive when they agree, so each is offered in the personal
 * chat and waits in the store for the answer.
 */
export interface Files {
  /** Files that somebody sent, each fetched when it is read. */
  sent(files: readonly RemoteFile[]): readonly InputFile[]
  /** Raises `DeliveryError`. */
  offer(to: Address, account: Account, message: Message): Promise<void>
  /** Lays a file where its reader agreed to; what cannot be done is a sentence for them. */
  give(to: Address, account: Account, id: string, upload: Json): Promise<string | undefined>
}

const keptDays = 7
const waitMs = 30_000
/** For the reader of a file that did not get into their drive. */
export const fileNotStored = 'I could not put the file into your OneDrive. Please ask for it again.'
/** Where Microsoft keeps people’s files. */
const drives = /(^|\.)(sharepoint\.com|sharepoint\.us|sharepoint-mil\.us|sharepoint\.cn|1drv\.com)$/

interface FileDependencies {
  readonly connector: Connector
  readonly keep: Keep
  readonly clock: Clock
  readonly failed: (error: unknown) => void
  /** Further hosts, of another cloud or of a fake in a test. */
  readonly hosts: readonly string[]
}

export function createFiles({ connector, keep, clock, failed, hosts }: FileDependencies): Files {
  const keyOf = ({ tenant, account }: Account, id: string) => ({
    platform: 'teams',
    kind: 'file',
    tenant,
    key: `${account} ${id}`,
  })

  return {
    sent: (files) => files.map((file) => remoteFile(file, { hosts: drives, also: hosts, failed })),
    async offer(to, account, message) {
      for (const one of message.blocks) {
        if (one.kind !== 'file') continue
        const { name, mediaType, content, encoding } = one
        const id = createHash('sha256').update(`${name}\n${content}`).digest('hex').slice(0, 32)
        const expiresAt = new Date(clock.now().getTime() + keptDays * 86_400_000)
        const file = { name, mediaType, content, ...(encoding ? { encoding } : {}) }
        await beforeSending(keep.put(keyOf(account, id), file, { expiresAt }))
        const attachments = [consentCard(id, name, fileBytes(one).length)]
        await connector.send(to, { type: 'message', summary: name, attachments }).catch((error: unknown) => {
          throw deliveryError(error)
        })
      }
    },
    async give(to, account, id, upload) {
      const kept = await keep.get(keyOf(account, id))
      const file = object(kept?.value)
      const name = text(file['name'])
      const content = text(file['content'])
      const url = text(upload['uploadUrl'])
      if (name === undefined || content === undefined) {
        return 'This file is not kept any more; please ask for it again.'
      }
      if (url === undefined || !isOnHosts(url, drives, hosts))
        return 'Teams did not say where the file may be stored.'
      const bytes = file['encoding'] === 'base64' ? Buffer.from(content, 'base64') : Buffer.from(content)
      try {
        await putIntoDrive(url, bytes)
      } catch (error) {
        failed(error)
        return fileNotStored
      }
      try {
        const attachments = [infoCard(name, upload)]
        await connector.send(to, { type: 'message', summary: name, attachments })
      } catch (error) {
        failed(error)
        return `The file ${name} is in your OneDrive now; Teams did not let me show it here.`
      }
      return undefined
    },
  }
}

/** Asks whether a file may be put into its reader's drive; `id` comes back with the answer. */
function consentCard(id: string, name: string, sizeInBytes: number) {
  const context = { file: id }
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: { description: name, sizeInBytes, acceptContext: context, declineContext: context },
  }
}

/** Shows a file that has been put into a drive. */
function infoCard(name: string, upload: Json) {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl: text(upload['contentUrl']),
    name,
    content: { uniqueId: text(upload['uniqueId']), fileType: text(upload['fileType']) },
  }
}

async function putIntoDrive(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    redirect: 'error',
    body: bytes,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    signal: AbortSignal.timeout(waitMs),
  })
  if (!response.ok) throw new Error(`the drive answered ${response.status}`)
}
