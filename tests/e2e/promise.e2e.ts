import { randomUUID } from "node:crypto";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { passDueInstructions } from "#app/domain/threads/pass-due-instructions.server.ts";
import { type SettableClock, settableClock } from "../support/settable-clock.ts";
import { openTestServer } from "../support/test-server.ts";
import { test as base, expect, NOW } from "./fixtures.ts";
import { shoot } from "./look-at.ts";
import { buildFiledReport, openThread, UPRIGHT_6 } from "./scene.ts";

const test = base.extend<{ clock: SettableClock }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright reads a fixture's needs from
  clock: async ({}, use) => use(settableClock(NOW)),
  server: async ({ clock }, use) => {
    const server = await openTestServer({ clusterUrl: process.env.E2E_POSTGRES_URL ?? "", clock });
    await use(server);
    await server.close();
  },
});

test("a promise that is over is asked about, contested and decided", async ({
  server,
  clock,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const promise = { code: "SCHEDULED", date: "2026-11-25", from: "10:30", to: "11:00" };
  const rider = { courierName: "Pak Joko", courierPhone: "081234567890" };
  const input = IssueInstruction.parse({ clientId: randomUUID(), ...promise, ...rider });
  await issueInstruction(server.ctx, cast.operator, code, input);
  const seller = await open(cast.seller, "phone");
  const operator = await open(cast.operator);
  const cs = await open(cast.cs);
  for (const page of [seller, operator, cs]) await openThread(page, code);

  clock.set("2026-11-25T04:00:00Z");
  await passDueInstructions(server.ctx);
  await expect(seller.getByText("Apakah kurir datang sesuai janji?")).toBeVisible();
  await shoot(seller, "promise-1-asked-phone");
  await seller
    .getByRole("log")
    .getByLabel("Keterangan (boleh kosong)")
    .fill("Ditunggu, tidak ada yang datang.");
  await seller.getByRole("button", { name: "Tidak ditepati" }).click();
  await expect(operator.getByText("Kurir datang? Jawab")).toBeVisible();
  await operator.getByRole("button", { name: "Ditepati", exact: true }).click();
  await expect(cs.getByText("Diperselisihkan, CS memutuskan").first()).toBeVisible();
  await shoot(cs, "promise-2-contested-desk");
  await cs.getByRole("button", { name: "Tidak ditepati" }).click();
  for (const page of [seller, operator, cs])
    await expect(page.getByText("diputuskan CS").first()).toBeVisible();
  await shoot(seller, "promise-3-decided-phone");
});

test("an instruction has a due time, and is done with a photo", async ({ server, cast, open }) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const operator = await open(cast.operator);
  const seller = await open(cast.seller, "phone");
  await openThread(seller, code);
  await openThread(operator, code);
  await operator.getByRole("radio", { name: "Instruksi" }).check({ force: true });
  const choice = operator.getByRole("combobox", { name: "Instruksi" });
  await choice.selectOption("NEED_READY_PHOTO");
  await expect(operator.getByLabel("Hari jatuh tempo")).toHaveValue("2026-11-26");
  await shoot(operator, "due-1-form-desk");
  await operator.getByRole("button", { name: "Kirim instruksi" }).click();

  const card = seller
    .getByRole("article")
    .filter({ hasText: "Mohon foto paket siap kirim" })
    .last();
  await expect(card).toContainText("Harus ditindaklanjuti Penjual");
  await shoot(seller, "due-2-card-phone");
  await card.getByText("Selesai…").click();
  await card.getByLabel("Keterangan").fill("Semua sudah dilabel");
  await card.getByRole("button", { name: "Kirim, sudah selesai" }).click();
  await expect(card.getByRole("alert")).toContainText("selesai dengan foto");
  await card.locator("input[type=file][multiple]").setInputFiles(UPRIGHT_6);
  await expect(card.getByText("Terunggah").first()).toBeAttached();
  await shoot(seller, "due-3-done-phone");
  await card.getByRole("button", { name: "Kirim, sudah selesai" }).click();
  await expect(operator.getByRole("log")).toContainText("Semua sudah dilabel");
  await expect(operator.getByRole("log").getByRole("img")).toBeVisible();
  await shoot(operator, "due-4-done-desk");
});
