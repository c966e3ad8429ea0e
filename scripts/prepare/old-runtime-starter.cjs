// The start of an Electron that was taken out of another application: what the ordinary one does with the
// folder it is given. The first argument that is no switch is the application's folder.
const { app } = require('electron');
const path = require('node:path');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Give the folder of the application to start.\n');
  process.exit(1);
}
const place = path.resolve(folder);
const manifest = require(path.join(place, 'package.json'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(place);
require(path.join(place, manifest.main));
