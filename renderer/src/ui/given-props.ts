/** The properties that have a value: the kit distinguishes a missing property from one that is undefined. */
export function givenProps<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key of Object.keys(properties) as (keyof T)[]) {
    const value = properties[key];
    if (value !== undefined) given[key] = value as Exclude<T[keyof T], undefined>;
  }
  return given;
}
