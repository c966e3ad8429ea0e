/** A file's text: the build puts it into the code. */
declare module '*.txt?raw' {
  export const text: string;
  export { text as default };
}
