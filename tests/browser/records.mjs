// records.mjs: pages of odd and hostile records stay whole, readable and safe.
import { Site, markdown, postmirth, themes } from './site.mjs';
import { inaccessible, invalid, lostOnPaper, tooWide } from './look.mjs';
import { besideSigns, illDrawn } from './pictures.mjs';
import { finish, results } from './tap.mjs';
import { same, textOfMarkdown, textOfPage } from './text.mjs';

const two = (n) => String(n).padStart(2, '0');
const clock = (minutes) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

function record({ title = 'Outage of the parcel desk', impact = 'About 40% of users saw errors.',
  entries = ['09:30 UTC: A cable was cut.', '10:10 UTC: Monitoring alert fired.'], more = '' } = {}) {
  return `# ${title}\n\n## Issue Summary\n\n- **Duration:** 09:30 to 11:00 UTC on May 3, 2024.\n` +
    `- **Impact:** ${impact}\n- **Root Cause:** A cable.\n\n## Timeline\n\n` +
    entries.map((entry) => `- ${entry}\n`).join('') +
    `\n## Root Cause and Resolution\n\n- The cable was cut by a digger.\n\n` +
    `## Corrective and Preventative Measures\n\n- Add an alert for the cable.\n${more}`;
}

const zones = ['UTC', 'GMT', 'WAT', 'EAT', 'CET', 'EET', 'IST', 'EST', 'CST', 'PST', 'JST', 'BST'];
const records = {
  'no entry': record({ entries: [] }),
  'one entry': record({ entries: ['09:30 UTC: A cable was cut.'] }),
  'three entries': record({ entries: ['09:30: Cut.', '09:31: Alert fired.', '11:00: Service was restored.'] }),
  'eighty entries': record({ entries: [...Array(80)].map((_, i) => `${clock(540 + 3 * i)} UTC: Checked the cable at joint ${i + 1}.`) }),
  'twelve zones': record({ entries: zones.map((zone, i) => `${clock(600 + 10 * i)} ${zone}: Checked the cable.`) }),
  'three days': record({ entries: [3, 4, 5].flatMap((day) => ['09:00', '17:30'].map((time) => `May ${day}, 2024, ${time} UTC: Checked the cable.`)) }),
  'times unknown': record({ entries: ['09:30: A cable was cut.', 'Later: The alert fired.', '??:??: Somebody looked.'] }),
  'a name of 200 characters': record({ title: `Outage of ${'parcel-desk-'.repeat(17)}`, entries: [`09:30 UTC: Restarted \`${'x'.repeat(200)}\`.`] }),
  'right-to-left': record({ title: 'Outage: انقطاع خدمة الدفع', entries: ['09:30 UTC: انقطع الاتصال بقاعدة البيانات.', '10:10 UTC: שירות התשלומים חזר.'] }),
  'Chinese': record({ title: '支付服务中断 Outage', entries: ['09:30 UTC：支付服务无法访问，所有请求都失败了。', '10:10 UTC: 服务已恢复正常。'] }),
  'a script': record({ title: 'Outage <script>alert(1)</script>', impact: '40% <script>alert(2)</script> of users.', more: '\n<script>\nalert(3)\n</script>\n' }),
  'event handlers': record({ more: '\n<img src=https://example.org/x.png onerror="alert(1)">\n\n<p onclick=alert(2)>a</p>\n\n<svg onload=alert(3)></svg>\n\n<details ontoggle=alert(4) open><summary>b</summary>c</details>\n' }),
  'ends of sections': record({ impact: '40% ]]> --> </article></main></body></html> of users.', more: '\n]]>\n\n-->\n\n</style></script></title>\n' }),
  'links that run': record({ more: '\n[a](javascript:alert(1)) <a href="java\tscript:alert(2)">b</a> [c](data:text/html,x) <javascript:alert(3)>\n' }),
  'styles': record({ title: '</style><style>body{display:none}</style> Outage', impact: '40% `}body{display:none}` of users.', more: '\n<style>body { display: none }</style>\n\n<p style="position:fixed;inset:0;background:url(https://example.org/x)">a</p>\n\n<link rel=stylesheet href=https://example.org/x.css>\n' }),
  'a word of a million letters': record({ entries: [`09:30 UTC: ${'a'.repeat(1000000)} broke.`] }),
  'pictures from elsewhere': record({ more: '\n![A graph](https://example.org/g.png) <img src="//example.org/h.png" alt="Another">\n' }),
  'a table of HTML': record({ more: `\n<table><tr>${'<td>column</td>'.repeat(40)}</tr></table>\n\n<pre>${'z'.repeat(300)}</pre>\n` }),
  'tables and code': record({ more: '\n| Time | Service | Errors |\n| --- | --- | ---: |\n| 09:30 | `' + 'x'.repeat(90) + '` | 40% |\n\n```\n' + 'y'.repeat(300) + '\n```\n' }),
};

// Tags that are dropped with their content are in neither text.
const isMarkup = (name) => ['a script', 'event handlers', 'ends of sections', 'styles', 'links that run',
  'pictures from elsewhere', 'a table of HTML'].includes(name);

async function check(site, name, source) {
  const html = postmirth(['-w', 'html', '-t', 'quest'], source);
  const faults = html.startsWith('<!DOCTYPE html>') ? [] : ['it was not retold'];
  const small = html.length < 500000;
  faults.push(...(small ? await invalid(html) : []));
  const visit = await site.visit(html, 360, 'dark'), { page } = visit;
  faults.push(...await tooWide(page), ...await illDrawn(page), ...await besideSigns(page));
  if (small)
    faults.push(...await inaccessible(page), ...await lostOnPaper(page));
  await page.setViewportSize({ width: 1400, height: 900 });
  faults.push(...await tooWide(page), ...await illDrawn(page));
  const shown = await page.evaluate(textOfPage, await page.$('article'));
  if (!isMarkup(name) && !same(shown, textOfMarkdown(markdown(['-t', 'quest'], source))))
    faults.push('the text differs from the Markdown edition\'s');
  if (!shown.includes('digger') || !await page.isVisible('h1'))
    faults.push('the record does not show');
  faults.push(...visit.faults);
  await visit.leave();
  return faults;
}

// The record, folded at the end: shut at first, opened by a click and by a key, every word there.
async function fold(site) {
  const source = record();
  const html = postmirth(['-w', 'html', '--with-record', '--record-url', 'https://example.org/1'], source);
  const visit = await site.visit(html), { page } = visit;
  const faults = [...await invalid(html), ...await inaccessible(page)];
  const words = page.locator('details >> text=Add an alert for the cable.');
  const see = async (what, wanted) =>
    await words.isVisible() === wanted || faults.push(`${what}: expected the record ${wanted ? '' : 'not '}to show`);
  await see('at first', false);
  await page.click('summary');
  await see('after a click', true);
  await page.keyboard.press('Enter');
  await see('after a key', false);
  const shown = await page.evaluate(textOfPage, await page.$('details'));
  if (!same(shown.replace('The dry record, word for word', ''), textOfMarkdown(source)))
    faults.push('the record is not there word for word');
  faults.push(...visit.faults);
  await visit.leave();
  return faults;
}

// Records of few and many entries, and of long names, as every theme draws them.
async function draw(site, name, theme) {
  const visit = await site.visit(postmirth(['-w', 'html', '-t', theme], records[name]));
  const { page } = visit, faults = [...visit.faults];
  for (const width of [360, 800, 1400]) {
    await page.setViewportSize({ width, height: 900 });
    const found = [...await tooWide(page), ...await illDrawn(page), ...await besideSigns(page)];
    faults.push(...found.map((fault) => `${width} px: ${fault}`));
  }
  await visit.leave();
  return faults;
}

const drawn = ['no entry', 'one entry', 'three entries', 'eighty entries', 'a name of 200 characters'];
const site = await Site.open();
await results([
  ...Object.entries(records).map(([name, source]) => [name, () => check(site, name, source)]),
  ...drawn.flatMap((name) => themes().map((theme) =>
    [`${name}, drawn in ${theme}`, () => draw(site, name, theme)])),
  ['the record, folded', () => fold(site)],
]);
await site.close();
finish();
