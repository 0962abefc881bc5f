// Gives axe-core's own source, to be run inside a page.
process.stdout.write(JSON.stringify(require('axe-core').source));
