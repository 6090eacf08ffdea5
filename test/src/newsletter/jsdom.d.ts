/** What tests use of jsdom; its own types bring another version of the ones that Node's need. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(page: string, options?: { readonly runScripts?: 'outside-only' })
    readonly window: { readonly document: object; eval(code: string): unknown }
  }
}
