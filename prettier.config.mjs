/** One formatter everywhere: `npm run format` applies it, `npm test` checks it. */
export default { printWidth: 120, singleQuote: true, trailingComma: 'all' };
