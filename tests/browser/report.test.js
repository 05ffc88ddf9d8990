/* The page of two and of three statements, as a reader meets it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const fixtures = resolve(import.meta.dirname, "../../fixtures/statements");
const folder = mkdtempSync(join(tmpdir(), "verbale-"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Writes the report of some fixtures and returns its path. */
function report(name, ...files) {
  const path = join(folder, `${name}.html`);
  const args = ["report", ...files.map((file) => join(fixtures, file)), "-o", path];
  const { status, stderr } = spawnSync(process.env.VERBALE, args, { encoding: "utf8" });
  assert.equal(status, 1, stderr);
  return path;
}

const marenia = [
  "marenia/2021-11-16_marenia_clearance.txt",
  "marenia/2022-11-22_marenia_clearance.txt",
  "marenia/2023-11-21_marenia_clearance.txt",
];
const pages = {
  two: report("two", marenia[0], marenia[1]),
  three: report("three", ...marenia),
  delegations: report(
    "delegations",
    marenia[1],
    "veldland/" + readdirSync(join(fixtures, "veldland")).sort()[1],
    "coastal-union/2022-11-21_coastal-union_general.txt",
  ),
  arabic: report("arabic", "languages/ar-2021.txt", "languages/ar-2022.txt"),
};

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox"],
  });
});
after(() => browser.close());

/** Opens a page; it may ask for nothing, and its console stays empty. */
async function open(name, options = {}, hash = "") {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) troubles.push(request.url());
  });
  await page.goto(pathToFileURL(pages[name]).href + hash);
  assert.deepEqual(troubles, []);
  return page;
}

const focused = (page) => page.evaluate(() => document.activeElement.id);

test("the HTML is valid", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  for (const path of Object.values(pages)) {
    const result = await validator.validateFile(path);
    const messages = result.results.flatMap((each) => each.messages);
    assert.deepEqual(messages.map(({ ruleId, line, message }) => ({ ruleId, line, message })), []);
  }
});

test("the texts are shown inline or side by side", async () => {
  const page = await open("two");
  const row = page.locator(".row.edited").first();
  assert.equal(await row.locator(".both").isVisible(), true);
  await page.getByLabel("Side by side").check();
  assert.equal(await row.locator(".both").isVisible(), false);
  assert.equal(await row.locator(".old").isVisible(), true);
  assert.equal(await row.locator(".new").isVisible(), true);
});

test("the views change without scripts", async () => {
  const page = await open("two", { javaScriptEnabled: false });
  await page.getByLabel("Side by side").check();
  assert.equal(await page.locator(".row.edited > .old").first().isVisible(), true);
});

test("unchanged paragraphs unfold", async () => {
  const page = await open("two");
  const folded = page.locator(".kept-rows").first();
  const row = folded.locator(".row").first();
  assert.equal(await row.isVisible(), false);
  await folded.locator("summary").click();
  assert.equal(await row.isVisible(), true);
  await page.keyboard.press("e");
  assert.equal(await page.locator("details:not([open])").count(), 0);
});

test("search finds words in what is shown and goes round them", async () => {
  const page = await open("two");
  await page.keyboard.press("/");
  await page.keyboard.type("casualties");
  const found = page.locator("#found");
  assert.match(await found.textContent(), /^[1-9]\d* found$/);
  await page.keyboard.press("Enter");
  assert.match(await found.textContent(), /^1 of /);
  await page.keyboard.press("Shift+Enter");
  assert.match(await found.textContent(), /^(\d+) of \1$/);
});

test("j and k go from change to change", async () => {
  const page = await open("two");
  await page.keyboard.press("j");
  const first = await focused(page);
  assert.match(first, /^chg-/);
  await page.keyboard.press("j");
  const second = await focused(page);
  assert.notEqual(second, first);
  await page.keyboard.press("k");
  assert.equal(await focused(page), first);
  assert.equal(new URL(page.url()).hash, `#${first}`);
});

test("the keys are told, and the dialog closes", async () => {
  const page = await open("two");
  await page.keyboard.press("?");
  assert.equal(await page.locator("#keys").isVisible(), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#keys").isVisible(), false);
});

test("a permalink unfolds what it points to", async () => {
  const page = await open("two");
  const id = await page.locator(".folds li[id]").first().getAttribute("id");
  const other = await open("two", {}, `#${id}`);
  assert.equal(await other.locator(`[id="${id}"]`).isVisible(), true);
});

test("moves are linked both ways", async () => {
  const page = await open("two");
  const from = page.locator(".moved-from .place a").last();
  await from.click();
  const to = page.locator(`[id="${await focused(page)}"]`);
  assert.match(await to.getAttribute("class"), /moved-to/);
  await to.locator(".place a").last().click();
  assert.match(await page.locator(`[id="${await focused(page)}"]`).getAttribute("class"), /moved-from/);
});

test("print unfolds everything and drops the tools", async () => {
  const page = await open("two");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".toolbar").isVisible(), false);
  assert.equal(await page.locator("details:not([open])").count(), 0);
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector(".row.edited .both del"));
    return [style.color, style.textDecorationLine];
  });
  assert.deepEqual(colours, ["rgb(0, 0, 0)", "line-through"]);
});

test("a phone is never scrolled sideways", async () => {
  for (const name of Object.keys(pages)) {
    const page = await open(name, { viewport: { width: 390, height: 800 } });
    await page.keyboard.press("e");
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(await width(), 390);
    await page.keyboard.press("s");
    assert.equal(await width(), 390);
  }
});

test("axe finds nothing serious, in light and in dark", async () => {
  for (const name of Object.keys(pages)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(name, { colorScheme, bypassCSP: true });
      await page.keyboard.press("e");
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run());
      const serious = violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 160))]);
      assert.deepEqual(serious, [], `${name}, ${colorScheme}`);
    }
  }
});

test("tables are sorted, filtered and saved as shown", async () => {
  const page = await open("three");
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const names = () => page.locator("#ledger tbody tr:not([hidden]) th").allTextContents();
  const unsorted = await names();
  await page.locator("#ledger thead th:first-child button").click();
  const sorted = await names();
  assert.notDeepEqual(sorted, unsorted);
  assert.deepEqual(sorted, [...unsorted].sort((one, two) => one.localeCompare(two)));
  await page.locator("#ledger .tools input").fill("villages");
  assert.deepEqual(await names(), ["villages"]);
  const saved = page.waitForEvent("download");
  await page.locator("#ledger .tools button").click();
  const csv = readFileSync(await (await saved).path(), "utf8").split("\r\n");
  assert.equal(csv[0], '\ufeff"Measure","16 November 2021","22 November 2022","21 November 2023"');
  assert.equal(csv[1], '"villages","no fewer than 17 villages","at least 14 villages","eleven villages"');
  assert.equal(csv.length, 2);
});

test("a change is copied with both quotes and their sources", async () => {
  const page = await open("two", { permissions: ["clipboard-read", "clipboard-write"] });
  const card = page.locator(".card").first();
  await card.locator(".cite").click();
  await card.getByText("Copied").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const lines = text.split("\n");
  assert.equal(lines.length, 4, text);
  assert.match(lines[1], /^“.+” – Marenia \(.+\), .+, 16 November 2021, ¶\d+$/);
  assert.match(lines[2], /^“.+” – Marenia \(.+\), .+, 22 November 2022, ¶\d+$/);
  assert.match(lines[3], /^file:.+#chg-/);
});

test("the first screen of many statements has the brief and a chart", async () => {
  for (const width of [1400, 800, 390]) {
    const page = await open("three", { viewport: { width, height: 900 } });
    for (const part of [".standfirst", ".multiple .chart"]) {
      const box = await page.locator(part).first().boundingBox();
      assert.ok(box.y + box.height < 900, `${part} at ${width}: ${JSON.stringify(box)}`);
    }
  }
});
