/** A message, unique in its tenant. */
export function messageName(conversation: string, activity: string): string {
  return `${conversation} ${activity}`
}

export function readMessageName(name: string): { readonly conversation: string; readonly activity: string } {
  const [conversation = '', activity = ''] = name.split(' ')
  return { conversation, activity }
}
