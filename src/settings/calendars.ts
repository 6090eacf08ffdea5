import { createPrivateKey } from 'node:crypto'

import { z } from 'zod'

import type { GoogleAccount } from '../calendar/services/google.ts'
import type { MicrosoftApp } from '../calendar/services/microsoft.ts'

/** The calendar services that are set up. */
export interface CalendarSettings {
  readonly microsoft?: MicrosoftApp
  readonly google?: GoogleAccount
}

export const calendarVariables = {
  GRAPH_TENANT_ID: z.string().optional(),
  GRAPH_CLIENT_ID: z.string().optional(),
  GRAPH_CLIENT_SECRET: z.string().optional(),
  GOOGLE_SERVICE_ACCOUNT: z
    .string()
    .transform((given, check) => {
      const read = accountOf(given)
      if (read) return read
      check.addIssue({
        code: 'custom',
        message: 'give the JSON key of a service account, as it is or in base64',
      })
      return z.NEVER
    })
    .optional(),
}

type Variables = z.infer<z.ZodObject<typeof calendarVariables>>

export function calendarSettings({
  GRAPH_TENANT_ID: tenant,
  GRAPH_CLIENT_ID: id,
  GRAPH_CLIENT_SECRET: secret,
  GOOGLE_SERVICE_ACCOUNT: google,
}: Variables): CalendarSettings {
  return {
    ...(tenant !== undefined && id !== undefined && secret !== undefined
      ? { microsoft: { tenant, id, secret } }
      : {}),
    ...(google ? { google } : {}),
  }
}

export function calendarProblems(values: Variables): readonly string[] {
  const given = [values.GRAPH_TENANT_ID, values.GRAPH_CLIENT_ID, values.GRAPH_CLIENT_SECRET]
  const set = given.filter((value) => value !== undefined).length
  return set > 0 && set < given.length
    ? ['GRAPH_TENANT_ID, GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET go together: set all three, or none.']
    : []
}

const keyFile = z.object({ client_email: z.email(), private_key: z.string() })

function accountOf(given: string): GoogleAccount | undefined {
  const json = given.trimStart().startsWith('{') ? given : Buffer.from(given, 'base64').toString('utf8')
  try {
    const { client_email: email, private_key: key } = keyFile.parse(JSON.parse(json))
    createPrivateKey(key)
    return { email, key }
  } catch {
    return undefined
  }
}
