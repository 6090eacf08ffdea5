import { expect } from 'vitest'

import { UserError } from '../../../src/core/errors.ts'
import type { InputFile } from '../../../src/core/inputFile.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import { startFileServer } from '../../support/fileServer.ts'
import { done } from '../../support/stubHost.ts'
import { check, freshId, until, where } from './declare.ts'
import type { Bench, SentFile, Subject } from './subject.ts'

const content = 'name,e-mail\nAna,ana@compact.example\n'

/** Files that come with a command: fetched when the house reads them, from the platform alone. */
export function filed<B extends Bench>(subject: Subject<B>): void {
  where(subject.files, 'a file that is sent is read', ({ ways, remote }) => {
    for (const [way, bring] of Object.entries(ways)) {
      checkFile(
        `a file by ${way} is what was sent, and is fetched only when it is read`,
        async (bench, send) => {
          const { file, asked } = await send(bench, bring)
          expect(file.name).toBe('people.csv')
          expect(asked()).toBe(0)
          expect(Buffer.from(await file.read(1_000)).toString()).toBe(content)
          expect(asked()).toBe(remote ? 1 : 0)
        },
      )
      checkFile(`a file by ${way} that is too large is refused`, async (bench, send) => {
        const { file } = await send(bench, bring)
        await expect(file.read(3)).rejects.toBeInstanceOf(UserError)
      })
      if (!remote) continue
      checkFile(`a file by ${way} that lies anywhere else is not fetched`, async (bench, send) => {
        const { file, asked } = await send(bench, bring, 'localhost')
        await expect(file.read(1_000)).rejects.toBeInstanceOf(UserError)
        expect(asked()).toBe(0)
      })
    }
  })

  type Bring = (bench: B, id: string, sent: SentFile) => Promise<unknown>
  type Send = (bench: B, bring: Bring, host?: string) => Promise<{ file: InputFile; asked: () => number }>

  function checkFile(sentence: string, run: (bench: B, send: Send) => Promise<void>): void {
    check(subject, sentence, async (bench) => {
      const server = await startFileServer()
      try {
        await run(bench, async (_bench, bring, host) => {
          bench.host.answer = () => done('Read.')
          const url = server.put('people.csv', content, host)
          await bring(bench, freshId(), { name: 'people.csv', mediaType: 'text/csv', url, content })
          await until('it is dispatched', () => bench.host.asked.length > 0)
          return { file: fileIn(bench.host.asked[0]), asked: () => server.asked.length }
        })
      } finally {
        await server.stop()
      }
    })
  }
}

/** The file of an invocation: one that came along, or the one whose path was typed last. */
function fileIn(invocation: Invocation | undefined): InputFile {
  const { files: [file] = [], input, openFile } = invocation ?? {}
  if (file) return file
  const typed = input?.kind === 'line' ? input.text.split(' ').at(-1) : undefined
  if (!openFile || typed === undefined) throw new Error('no file came')
  return openFile(typed)
}
