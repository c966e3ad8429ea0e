/** A picture as a data address: the build puts it into the code. */
declare module '*.png?inline' {
  export const address: string;
  export { address as default };
}
