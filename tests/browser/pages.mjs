// pages.mjs: every theme's page of every example, at three widths, by day, by night and on paper.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Site, postmirth, themes } from './site.mjs';
import { inaccessible, invalid, lostOnPaper, tooWide } from './look.mjs';
import { finish, result } from './tap.mjs';
import { textOfMarkdown, textOfPage } from './text.mjs';

const records = readdirSync(join(process.env.SOURCE, 'examples'))
  .filter((name) => /^[^.]+\.md$/.test(name)).map((name) => `examples/${name}`);

async function look(site, html, width, scheme) {
  const visit = await site.visit(html, width, scheme);
  const faults = [...await tooWide(visit.page)];
  if (width !== 800)
    faults.push(...await inaccessible(visit.page));
  faults.push(...visit.faults);
  await visit.leave();
  return faults.map((fault) => `${width} px, ${scheme}: ${fault}`);
}

async function read(site, html, markdown) {
  const visit = await site.visit(html);
  const shown = await visit.page.evaluate(textOfPage, await visit.page.$('article'));
  const faults = await lostOnPaper(visit.page);
  await visit.leave();
  const said = textOfMarkdown(markdown);
  const at = [...said].findIndex((c, i) => [...shown][i] !== c);
  if (shown !== said)
    faults.push(`the text differs: page ...${[...shown].slice(at, at + 40).join('')}, ` +
      `Markdown ...${[...said].slice(at, at + 40).join('')}`);
  return faults;
}

const site = await Site.open();
for (const theme of themes())
  for (const record of records) {
    const html = postmirth(['-t', theme, '-w', 'html', record]);
    const faults = await invalid(html);
    for (const width of [360, 800, 1400])
      for (const scheme of ['light', 'dark'])
        faults.push(...await look(site, html, width, scheme));
    faults.push(...await read(site, html, postmirth(['-t', theme, record])));
    result(`${record} in ${theme}`, faults);
  }
await site.close();
finish();
