import { DefaultRestOptions, type RESTOptions } from '@discordjs/rest'

type MakeRequest = RESTOptions['makeRequest']

/**
 * Makes a request as the SDK does, with a form written out first: another package’s copy of undici, whose dispatcher
 * may be the process’s by then, takes no form that it has not made itself.
 */
export const makeRequest: MakeRequest = async (url, init) => {
  const { body, headers } = init
  if (!(body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init)
  const form = new Response(body)
  const type = form.headers.get('content-type') ?? 'multipart/form-data'
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    headers: { ...plain(headers), 'content-type': type },
    body: Buffer.from(await form.arrayBuffer()),
  })
}

function plain(headers: Parameters<MakeRequest>[1]['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers as ConstructorParameters<typeof Headers>[0]))
}
