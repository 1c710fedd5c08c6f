// shoot.mjs: the pictures of README.md, taken from the examples: npm run pictures
import { join } from 'node:path';
import { Site, postmirth } from './site.mjs';

const pictures = [
  { name: 'page', args: ['-t', 'quest', '-w', 'html', 'examples/wrong-port.md'], width: 1280, height: 900 },
  { name: 'preview', args: ['--preview', 'examples/web-outage.md'], width: 1280, height: 800, tab: 'party' },
];

const site = await Site.open();
for (const { name, args, width, height, tab } of pictures) {
  const { page, leave } = await site.visit(postmirth(args), width);
  await page.setViewportSize({ width, height });
  if (tab)
    await page.locator('.themes > label').filter({ hasText: tab }).first().click();
  await page.screenshot({ path: join(process.env.SOURCE, 'examples/pictures', `${name}.png`) });
  await leave();
}
await site.close();
