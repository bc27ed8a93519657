// Refreshes a TUF client (npm tuf-js) from each repository folder in turn and says "accepted" or "refused: why" for each.
// node oracle.mjs NODE_MODULES ROOT.json PACK_NAME REPOSITORY…
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';

const [modules, root, pack, ...repositories] = process.argv.slice(2);
const { Updater } = createRequire(join(modules, 'x.js'))('tuf-js');

let repository = '';
const server = createServer((request, response) => {
    const file = join(repository, normalize(request.url));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
const folder = mkdtempSync(join(tmpdir(), 'tuf-'));
mkdirSync(join(folder, 'packs'));
copyFileSync(root, join(folder, 'root.json'));
for (repository of repositories) {
    try {
        const updater = new Updater({
            metadataDir: folder, metadataBaseUrl: base, targetDir: join(folder, 'packs'),
            targetBaseUrl: `${base}/targets`, config: { fetchRetries: 0, fetchRetry: 0 },
        });
        await updater.refresh();
        const target = await updater.getTargetInfo(pack);
        if (target) await updater.downloadTarget(target, join(folder, 'packs', 'pack'));
        console.log(target ? 'accepted' : 'accepted without pack');
    } catch (error) {
        console.log(`refused: ${error.message}`.split('\n')[0]);
    }
}
server.close();
rmSync(folder, { recursive: true });
