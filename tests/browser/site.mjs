// site.mjs: pages as the program writes them, and a browser that shows them and says what it did.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const LAUNCH = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// Runs the program; status 3 (passed through) is an answer too, anything else throws.
export function postmirth(args, input = '') {
  return execFileSync(resolve(process.env.POSTMIRTH), args, {
    input, encoding: 'utf8', cwd: process.env.SOURCE, maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

// The Markdown edition with the pictures that a page draws, which are files beside it.
export function markdown(args, input) {
  const folder = mkdtempSync(join(tmpdir(), 'postmirth-'));
  const file = join(folder, 'edition.md');
  postmirth(['--pictures', 'svg', '-o', file, ...args], input);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}

export const themes = () =>
  postmirth(['--list-themes']).trim().split('\n').map((line) => line.split('\t')[0]);

export class Site {
  static async open() {
    const site = new Site();
    site.visits = 0;
    site.folder = mkdtempSync(join(tmpdir(), 'postmirth-'));
    site.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: LAUNCH,
    });
    return site;
  }

  async close() {
    await this.browser.close();
    rmSync(this.folder, { recursive: true });
  }

  // Opens a page from a file of its own; `visit.faults` then tells what it fetched or complained of.
  async visit(html, width = 800, scheme = 'light') {
    const file = join(this.folder, `page${++this.visits}.html`);
    writeFileSync(file, html);
    const context = await this.browser.newContext({
      viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'no-preference',
    });
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    const faults = [];
    page.on('request', (r) => r.url() === address || faults.push(`fetched ${r.url()}`));
    page.on('console', (m) => faults.push(`console: ${m.text()}`));
    page.on('pageerror', (e) => faults.push(`error: ${e.message}`));
    page.on('dialog', (d) => { faults.push(`dialog: ${d.message()}`); d.dismiss(); });
    await page.goto(address);
    return { page, faults, leave: () => context.close() };
  }
}
