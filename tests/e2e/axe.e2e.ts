import type { Page } from "@playwright/test";
import type { TestServer } from "../support/test-server.ts";
import { type Cast, expect, type Person, test } from "./fixtures.ts";
import { type Look, lookAt, PHONE } from "./look-at.ts";
import { buildBusyThread, filingOn } from "./scene.ts";

type Stop = Look & { who: keyof Cast | null };

const openInstruction = async (page: Page) => {
  await page.getByRole("group", { name: "Jenis tulisan" }).getByText("Instruksi").click();
  const choice = page.getByRole("combobox", { name: "Instruksi" });
  await choice.selectOption({ index: 1 });
};

const sendWithoutProof = async (page: Page) => {
  await filingOn(page).category("scan_issue").check();
  await filingOn(page).send.click();
  await expect(filingOn(page).alert).toBeVisible();
};

const openDisclosures = (page: Page) =>
  page.locator("main details, header details").evaluateAll((all) => {
    for (const each of all as HTMLDetailsElement[]) each.open = true;
  });

async function stopsOf(server: TestServer, cast: Cast) {
  const { code, free } = await buildBusyThread(server, cast);
  const thread = `/pickup-problem/${code}`;
  const form = `/pickup-problem/new?parcel=${free.id}`;
  const lists: Stop[] = [
    { name: "list", path: "/pickup-problem?tab=all", who: "seller" },
    { name: "list, empty", path: "/pickup-problem?tab=all&q=TIDAKADA", who: "seller" },
    { name: "queue", path: "/pickup-problem?tab=all", who: "operator" },
    { name: "stuck", path: "/stuck", who: "cs" },
  ];
  const filing: Stop[] = [
    { name: "sign-in", path: "/sign-in", who: null },
    { name: "choose", path: "/pickup-problem/new?resi=TIDAKADA", who: "seller" },
    { name: "nothing chosen", path: "/pickup-problem/new?pick=1", who: "seller" },
    { name: "describe", path: form, who: "seller" },
    { name: "describe, refused", path: form, who: "seller", act: sendWithoutProof },
  ];
  const threads: Stop[] = [
    { name: "404", path: "/tidak-ada", who: "seller" },
    { name: "thread, seller", path: thread, who: "seller", act: openDisclosures },
    { name: "thread, operator", path: thread, who: "operator", act: openInstruction },
    { name: "thread, CS", path: thread, who: "cs", act: openInstruction },
  ];
  return { lists, filing, threads };
}

for (const group of ["lists", "filing", "threads"] as const) {
  test(`axe has nothing to say: ${group} on a phone and on a desk`, async ({
    server,
    cast,
    open,
  }) => {
    const pages = new Map<Person | null, Page>();
    const found: string[] = [];
    const stops = await stopsOf(server, cast);
    for (const stop of stops[group]) {
      const person = stop.who && cast[stop.who];
      const page = pages.get(person) ?? (await open(person, PHONE));
      pages.set(person, page);
      found.push(...(await lookAt(page, stop, stop.who !== null)));
    }
    expect(found).toEqual([]);
  });
}
