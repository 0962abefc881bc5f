// Reads the one JSON value that a test gives on standard input.
module.exports = () => JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
