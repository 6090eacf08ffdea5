/** What is written in the columns of each table. */
export type Columns = Readonly<Record<string, Readonly<Record<string, string>>>>

export const body = `'{"summary":[{"kind":"text","text":"It was so."}],"blocks":[{"kind":"text","text":[{"kind":"text","text":"Why you: a member."}]}]}'`
export const before = (days: number) => `at - interval '${days} days'`
