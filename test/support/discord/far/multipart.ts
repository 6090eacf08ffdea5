import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

import type { Attached } from './asked.ts'

export interface Written {
  /** The JSON; undefined where there is none or it cannot be read. */
  readonly body: unknown
  readonly files: readonly Attached[]
  /** What cannot be read in it. */
  readonly problem: string | undefined
}

/** Reads JSON, or a form of `payload_json` and `files[0]` and so on. */
export async function readWritten(request: IncomingMessage): Promise<Written> {
  const written = await buffer(request)
  return readBody(written, request.headers['content-type'] ?? '')
}

/** As `readWritten`, of what was written already. */
export async function readBody(written: Buffer, type: string): Promise<Written> {
  if (written.length === 0) return { body: undefined, files: [], problem: undefined }
  if (!type.startsWith('multipart/form-data')) {
    const problem = type.includes('json') ? undefined : `the content type is ${type || 'missing'}`
    return parsed(written.toString('utf8'), [], problem)
  }
  const form = await new Response(new Uint8Array(written), { headers: { 'content-type': type } }).formData()
  return readForm(form)
}

export async function readForm(form: FormData): Promise<Written> {
  const files: Attached[] = []
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') continue
    if (!/^files\[\d+\]$/.test(name)) return { body: undefined, files, problem: `a file is called ${name}` }
    files.push({ name: value.name, mediaType: value.type, content: await value.text() })
  }
  const payload = form.get('payload_json')
  return parsed(typeof payload === 'string' ? payload : '{}', files, undefined)
}

function parsed(written: string, files: readonly Attached[], problem: string | undefined): Written {
  try {
    return { body: JSON.parse(written), files, problem }
  } catch {
    return { body: undefined, files, problem: 'the body is not JSON' }
  }
}
