// pages.mjs: every theme's page of every example, at three widths, by day, by night and on paper.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Site, markdown, postmirth, themes } from './site.mjs';
import { LIGHT_AND_WIDTH, inRows, inaccessible, invalid, lostOnPaper, tooWide } from './look.mjs';
import { besideSigns, illDrawn } from './pictures.mjs';
import { finish, results } from './tap.mjs';
import { squeeze, textOfMarkdown, textOfPage } from './text.mjs';

const records = readdirSync(join(process.env.SOURCE, 'examples'))
  .filter((name) => /^[^.]+\.md$/.test(name)).map((name) => `examples/${name}`);

// Accessibility hangs on colours and on room, so not on every width.
const lit = { 360: 'dark', 1400: 'light' };

async function look(page) {
  const faults = [];
  for (const width of [360, 800, 1400]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: lit[width] ?? 'dark' });
    const found = [...await tooWide(page), ...await illDrawn(page), ...await besideSigns(page)];
    if (width >= 800)
      found.push(...await inRows(page));
    if (lit[width])
      found.push(...await inaccessible(page, width === 360 ? LIGHT_AND_WIDTH : undefined));
    faults.push(...found.map((fault) => `${width} px: ${fault}`));
  }
  return faults;
}

async function read(page, args) {
  const letters = [...squeeze(await page.evaluate(textOfPage, await page.$('article')))];
  const text = [...textOfMarkdown(markdown(args))];
  const at = text.findIndex((c, i) => letters[i] !== c);
  if (at < 0 && letters.length === text.length)
    return [];
  return [`the text differs: page ...${letters.slice(at, at + 60).join('')}, ` +
    `Markdown ...${text.slice(at, at + 60).join('')}`];
}

async function check(site, theme, record) {
  const args = ['-t', theme, record];
  const html = postmirth(['-w', 'html', ...args]);
  const visit = await site.visit(html), { page } = visit;
  const faults = [...await invalid(html), ...await read(page, args), ...await look(page),
    ...await lostOnPaper(page), ...visit.faults];
  await visit.leave();
  return faults;
}

const site = await Site.open();
await results(themes().flatMap((theme) => records.map((record) =>
  [`${record} in ${theme}`, () => check(site, theme, record)])));
await site.close();
finish();
