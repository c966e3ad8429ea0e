import UPNG from 'upng-js';

/** Enough for a window of few colours, its letters smoothed; a picture is a third as large with them. */
const colours = 256;

/** The same picture as a PNG with a palette. */
export function inFewColours(png: Buffer): Buffer {
  const { width, height, ...rest } = UPNG.decode(exactly(png));
  return Buffer.from(UPNG.encode(UPNG.toRGBA8({ width, height, ...rest }), width, height, colours));
}

function exactly({ buffer, byteOffset, length }: Buffer): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
}
