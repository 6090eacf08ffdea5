import { missingPage } from '../../newsletter/render/missingPages.ts'

/** What who finds nothing is answered, by what they accept: a browser with a page, a program with JSON. */
export function missingAnswer(
  accept: string | undefined,
  of: keyof typeof messages,
): { readonly type: string; readonly body: string } {
  if (accept?.includes('text/html')) return { type: 'text/html; charset=utf-8', body: missingPage(of) }
  const body = JSON.stringify({ statusCode: 404, error: 'Not Found', message: messages[of] })
  return { type: 'application/json; charset=utf-8', body }
}

const messages = {
  address: 'There is nothing at this address.',
  calendar: 'There is no public calendar.',
} as const
