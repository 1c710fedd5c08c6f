// pages.mjs: every theme's page of every example, at three widths, by day, by night and on paper.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Site, postmirth, themes } from './site.mjs';
import { inaccessible, invalid, lostOnPaper, tooWide } from './look.mjs';
import { finish, result } from './tap.mjs';
import { squeeze, textOfMarkdown, textOfPage } from './text.mjs';

const records = readdirSync(join(process.env.SOURCE, 'examples'))
  .filter((name) => /^[^.]+\.md$/.test(name)).map((name) => `examples/${name}`);

// Accessibility hangs on colours and on what is folded away, so not on every width.
const isTold = (width, scheme) => (width === 360) === (scheme === 'dark') && width !== 800;

async function look(page) {
  const faults = [];
  for (const width of [360, 800, 1400])
    for (const scheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const found = await tooWide(page);
      if (isTold(width, scheme))
        found.push(...await inaccessible(page));
      faults.push(...found.map((fault) => `${width} px, ${scheme}: ${fault}`));
    }
  return faults;
}

// Without pictures: a theme that nobody has drawn yet says them in other words than Markdown does.
async function read(site, theme, record) {
  const args = ['-t', theme, '--pictures', 'none', record];
  const visit = await site.visit(postmirth(['-w', 'html', ...args]));
  const shown = await visit.page.evaluate(textOfPage, await visit.page.$('article'));
  await visit.leave();
  const letters = [...squeeze(shown)], text = [...textOfMarkdown(postmirth(args))];
  const at = text.findIndex((c, i) => letters[i] !== c);
  if (at < 0 && letters.length === text.length)
    return [];
  return [`the text differs: page ...${letters.slice(at, at + 60).join('')}, ` +
    `Markdown ...${text.slice(at, at + 60).join('')}`];
}

const site = await Site.open();
for (const theme of themes())
  for (const record of records) {
    const html = postmirth(['-t', theme, '-w', 'html', record]);
    const visit = await site.visit(html), { page } = visit;
    const faults = [...await invalid(html), ...await look(page),
      ...await lostOnPaper(page), ...await read(site, theme, record)];
    faults.push(...visit.faults);
    await visit.leave();
    result(`${record} in ${theme}`, faults);
  }
await site.close();
finish();
