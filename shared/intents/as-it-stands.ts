import { z } from 'zod';

/**
 * Arguments that a glance shows to be right as they stand. A shape says everything that is wrong with a value, and takes its
 * time; most values are right, and reading them changes nothing. A look says yes to some of those and never to any other, under
 * the newest rules: whoever gets a no asks the shape.
 */
export type Look = (value: unknown) => boolean;

const own = new WeakMap<z.ZodType, Look>();
const never: Look = () => false;

/** Gives a shape a look: a value that passes it is what the shape would read it as. */
export function withLook<S extends z.ZodType>(shape: S, look: Look): S {
  own.set(shape, look);
  return shape;
}

/** The look of a shape: its own, or one put together from its parts. A part without one lets nothing pass. */
export function lookOf(shape: z.ZodType): Look {
  const known = own.get(shape);
  if (known !== undefined) return known;
  if (shape instanceof z.ZodOptional) return orElse(undefined, shape);
  if (shape instanceof z.ZodNullable) return orElse(null, shape);
  if (hasChecks(shape)) return never;
  if (shape instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (shape instanceof z.ZodEnum) {
    const choices = new Set<unknown>(shape.options);
    return (value) => choices.has(value);
  }
  if (shape instanceof z.ZodUnion) {
    const looks = (shape.options as readonly z.ZodType[]).map(lookOf);
    return (value) => looks.some((look) => look(value));
  }
  return shape instanceof z.ZodObject && shape.def.catchall instanceof z.ZodNever ? lookOfFields(shape.shape) : never;
}

function hasChecks(shape: z.ZodType): boolean {
  return (shape.def.checks?.length ?? 0) > 0;
}

function orElse(empty: null | undefined, shape: z.ZodOptional | z.ZodNullable): Look {
  const look = lookOf(shape.unwrap() as z.ZodType);
  return hasChecks(shape) ? never : (value) => value === empty || look(value);
}

/** The look of an object with these fields and no others. */
export function lookOfFields(fields: z.core.$ZodShape): Look {
  const looks = new Map(Object.entries(fields).map(([name, shape]) => [name, lookOf(shape as z.ZodType)] as const));
  const required = Object.keys(fields).filter((name) => !(fields[name] instanceof z.ZodOptional));
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) if (looks.get(name)?.(value[name]) !== true) return false;
    for (const name of required) if (!Object.hasOwn(value, name)) return false;
    return true;
  };
}

/** Tells whether a value is an object as JSON has it. */
export function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
