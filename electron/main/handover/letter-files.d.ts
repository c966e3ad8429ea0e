/** A file of letters as a data address: the build puts it into the code. */
declare module '*.woff2?inline' {
  export const address: string;
  export { address as default };
}
/** A style's text: the build puts it into the code. */
declare module '*.css?raw' {
  export const text: string;
  export { text as default };
}
