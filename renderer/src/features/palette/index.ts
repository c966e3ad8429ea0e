export { Palette, type PaletteMode } from './Palette';
