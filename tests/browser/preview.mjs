// preview.mjs: the preview's tabs by click and from the keyboard, and what each of them shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Site, markdown, postmirth, themes } from './site.mjs';
import { inaccessible, invalid, lostOnPaper, tooWide } from './look.mjs';
import { illDrawn } from './pictures.mjs';
import { finish, results } from './tap.mjs';
import { same, textOfMarkdown, textOfPage } from './text.mjs';

const record = 'examples/web-outage.md';
const html = postmirth(['--preview', record]);
const names = ['The record', ...themes()];

// The panel of tabs that shows, by its name; more than one is a fault.
const shown = (page, tabs = '.themes') => page.evaluate((selector) =>
  [...document.querySelectorAll(`${selector} > .panel`)].filter((p) => p.checkVisibility())
    .map((p) => p.getAttribute('aria-label')).join(', '), tabs);

const expect = (faults, what, is, wanted) =>
  is === wanted || faults.push(`${what}: ${is}; expected ${wanted}`);

async function look(site, width, scheme) {
  const visit = await site.visit(html, width, scheme), { page } = visit, faults = [];
  for (const name of names) {
    await page.locator('.themes > label').filter({ hasText: name }).first().click();
    expect(faults, 'a click shows', await shown(page), name);
    faults.push(...await tooWide(page), ...await illDrawn(page));
  }
  faults.push(...await inaccessible(page), ...visit.faults);
  await visit.leave();
  return faults;
}

async function keys(site) {
  const visit = await site.visit(html), { page } = visit, faults = [];
  await page.keyboard.press('Tab');
  for (const name of names) {
    expect(faults, 'the arrow shows', await shown(page), name);
    await page.keyboard.press('ArrowRight');
  }
  expect(faults, 'the arrow goes round to', await shown(page), names[0]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  const levels = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('.levels')].find((l) => l.checkVisibility());
    return [...levels.querySelectorAll('.panel')].map((p) => p.checkVisibility()).join();
  });
  expect(faults, 'levels shown', levels, 'false,false,true');
  await visit.leave();
  return faults;
}

// Where there is room all levels of a theme are seen at once.
async function sideBySide(site) {
  const visit = await site.visit(html, 1400), { page } = visit, faults = [];
  await page.locator('.themes > label').nth(1).click();
  const tops = await page.evaluate(() => [...document.querySelectorAll('.levels')]
    .find((l) => l.checkVisibility()).querySelectorAll('.panel').length && [...document
    .querySelectorAll('.levels .panel')].filter((p) => p.checkVisibility())
    .map((p) => Math.round(p.getBoundingClientRect().top)));
  if (tops.length !== 3 || new Set(tops).size !== 1)
    faults.push(`panels at ${tops}; expected three in a row`);
  await visit.leave();
  return faults;
}

// What is drawn in an element, each drawing whole, though a preview holds it once; in the browser.
const drawings = (element) => [...element.querySelectorAll('.drawing svg')].map((svg) => {
  const own = svg.querySelector(':scope > use, :scope > g[id]');
  const holder = own ? document.getElementById(own.id || own.getAttribute('href').slice(1)) : svg;
  const words = [...svg.querySelectorAll(':scope > title, :scope > desc')].map((e) => e.outerHTML);
  return words.join('') + [...holder.children].filter((e) => !e.matches('title, desc'))
    .map((e) => e.outerHTML).join('');
});

// Each command, as it stands there to be copied, makes the very edition under it.
async function commands(site) {
  const visit = await site.visit(html), alone = await site.visit(''), faults = [];
  const { page } = visit;
  const panels = await page.$$('.levels > .panel');
  expect(faults, 'panels', panels.length, 3 * themes().length);
  for (const panel of panels) {
    const command = await (await panel.$('.command code')).textContent();
    const args = command.split(' ');
    expect(faults, 'the command begins', args.shift(), 'postmirth');
    const text = await page.evaluate(textOfPage, await panel.$('article'));
    if (!same(text, textOfMarkdown(markdown(args))))
      faults.push(`not what \`${command}\` writes`);
    await alone.page.setContent(postmirth(['-w', 'html', ...args]));
    const drawn = await page.evaluate(drawings, panel);
    const wanted = await alone.page.evaluate(drawings, await alone.page.$('article'));
    if (drawn.length < 2 || drawn.join() !== wanted.join())
      faults.push(`not the drawings that \`${command}\` makes`);
  }
  const text = await page.evaluate(textOfPage, await page.$('article'));
  if (!same(text, textOfMarkdown(readFileSync(join(process.env.SOURCE, record), 'utf8'))))
    faults.push('not the record');
  await visit.leave();
  await alone.leave();
  return faults;
}

async function paper(site) {
  const visit = await site.visit(html);
  const faults = await lostOnPaper(visit.page);
  await visit.leave();
  return faults;
}

const site = await Site.open();
await results([
  ['a preview is valid HTML', () => invalid(html)],
  ...[[360, 'light'], [360, 'dark'], [800, 'light'], [1400, 'light'], [1400, 'dark']].map(([width, scheme]) =>
    [`tabs at ${width} px, ${scheme}`, () => look(site, width, scheme)]),
  ['tabs from the keyboard', () => keys(site)],
  ['levels stand side by side', () => sideBySide(site)],
  ['commands make what they stand above', () => commands(site)],
  ['a preview on paper loses no text', () => paper(site)],
]);
await site.close();
finish();
