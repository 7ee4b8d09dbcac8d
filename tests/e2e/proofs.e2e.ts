import type { Page } from "@playwright/test";
import { buildActor } from "../factories/people.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { type Look, lookAt, PHONE, shoot } from "./look-at.ts";
import { drawPhoto, lineOf, pickerOn } from "./photo-scene.ts";
import { answersIn, buildProof, buildResi, openProof, proofOn } from "./proof-scene.ts";

test("a seller sends one photo for twenty resi, over a cut network and a reload, once", async ({
  server,
  cast,
  open,
}) => {
  const resi = await buildResi(server, cast.seller, 20);
  const phone = await open(cast.seller, "phone");
  const proof = await openProof(phone, "/proofs/new");
  const line = await lineOf(phone);
  await line.slow();
  await pickerOn(phone).gallery.setInputFiles(await drawPhoto("manifes", 140));
  await proof.list.fill([...resi, "SALAHSATU1", "SALAHDUA22"].join("\n"));
  await expect(phone.getByText("22 resi")).toBeVisible();
  await expect(pickerOn(phone).done).toHaveCount(1);
  await line.cut();
  await proof.send.click();
  await expect(phone.getByRole("alert").first()).toContainText("Isian Anda masih ada");
  await shoot(phone, "proof cut phone");
  await line.slow();
  await phone.reload();
  await expect(phone.getByText("22 resi")).toBeVisible();
  await expect(pickerOn(phone).done).toHaveCount(1);
  await proof.send.click();

  await expect(phone.getByText("Bukti terkirim ke 20 laporan.")).toBeVisible();
  const leftOut = phone.getByRole("region", { name: "2 resi tidak ikut" });
  await expect(leftOut).toContainText("SALAHSATU1");
  await expect(leftOut).toContainText("SALAHDUA22");
  await shoot(phone, "proof sent phone");
  const filed = await server.owner
    .selectFrom("reports")
    .select(["resi", "category_filed"])
    .where("resi", "in", resi)
    .orderBy("resi")
    .execute();
  expect(filed).toEqual(resi.map((one) => ({ resi: one, category_filed: "scan_issue" })));
  expect(await server.owner.selectFrom("shared_proofs").select("id").execute()).toHaveLength(1);

  await test.step("each thread says so, leads back, and the form is empty again", async () => {
    await phone.getByRole("link", { name: resi[3] }).click();
    await phone.getByRole("log").getByRole("link", { name: "Lihat semua resinya" }).click();
    await expect(phone.getByText("20 menunggu")).toBeVisible();
    await openProof(phone, "/proofs/new");
    await expect(proof.list).toHaveValue("");
    await expect(pickerOn(phone).lines).toHaveCount(0);
  });
});

test("what is ticked stands in the list, also after a reload", async ({ server, cast, open }) => {
  const { resi } = await buildProof(server, cast.seller, 3);
  const phone = await open(cast.seller, "phone");
  const proof = await openProof(phone, "/proofs/new");
  await phone.getByText("Atau pilih dari laporan yang masih terbuka").click();
  await proof.list.fill("IDE0000000001");
  await proof.tick(resi[1]).check();
  await expect(proof.list).toHaveValue(`IDE0000000001\n${resi[1]}`);
  await phone.getByRole("button", { name: "Pilih semua (3)" }).click();
  await expect(phone.getByText("4 resi", { exact: true })).toBeVisible();
  await proof.tick(resi[0]).uncheck();
  await phone.reload();
  await expect(phone.getByText("3 resi", { exact: true })).toBeVisible();
  await phone.getByText("Atau pilih dari laporan yang masih terbuka").click();
  await expect(proof.tick(resi[0])).not.toBeChecked();
  await expect(proof.tick(resi[2])).toBeChecked();
});

test("an operator answers some, two answer at once, and Enter never confirms", async ({
  server,
  cast,
  open,
}) => {
  const { path, resi } = await buildProof(server, cast.seller, 40);
  const other = await buildActor(server, { kind: "courier", courierId: "idx", name: "Dewi" });
  const [desk, second] = [await open(cast.operator), await open(other)];
  const proof = await openProof(desk, path);

  await test.step("a reason with details, and Enter among them", async () => {
    await proof.tick(resi[30]).check();
    const before = await desk.evaluate(() => window.scrollY);
    expect(before).toBeGreaterThan(0);
    await proof.fold.click();
    await proof.reason.selectOption("other");
    await proof.reject.click();
    await expect(desk.getByText("Wajib diisi.")).toBeVisible();
    await expect(proof.tick(resi[30])).toBeChecked();
    await proof.detail.fill("Bukan kurir kami");
    await proof.detail.press("Enter");
    await desk.waitForTimeout(500);
    expect(await answersIn(server)).toEqual({});
    await shoot(desk, "proof rejecting desk");
    await proof.reject.click();
    await expect(desk.getByText("1 resi ditolak.")).toBeVisible();
    expect(await answersIn(server)).toEqual({ [`${resi[30]}`]: "rejected other Bukan kurir kami" });
    await expect(proof.reason).toHaveValue("");
    expect(await desk.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  });

  await test.step("what somebody else answered in the same moment stays as it is", async () => {
    const theirs = await openProof(second, path);
    for (const one of [0, 1]) await theirs.tick(resi[one]).check();
    // What the first sees is older than what the second does.
    const line = await lineOf(desk);
    for (const one of [1, 2]) await proof.tick(resi[one]).check();
    await line.cut();
    await theirs.confirm.click();
    await expect(second.getByText("2 resi dikonfirmasi.")).toBeVisible();
    await proof.confirm.click();
    await expect(desk.getByRole("alert").first()).toContainText("Isian Anda masih ada");
    await expect(proof.tick(resi[1])).toBeChecked();
    await line.slow();
    await proof.confirm.click();
    await expect(desk.getByText(/1 resi dikonfirmasi\./)).toBeVisible();
    await expect(proof.tick(resi[1])).toHaveCount(0);
    await expect(desk.getByText("0 dipilih")).toBeVisible();
    await expect(second.getByText("3 dikonfirmasi")).toBeVisible();
  });

  await test.step("all that wait, in one go", async () => {
    await desk.getByRole("checkbox", { name: "Pilih semua yang menunggu" }).check();
    await expect(desk.getByText("36 dipilih")).toBeVisible();
    await proof.tick(resi[39]).uncheck();
    await proof.confirm.click();
    await expect(desk.getByText("35 resi dikonfirmasi.")).toBeVisible();
    await proof.tick(resi[39]).focus();
    await desk.keyboard.press("Space");
    await proof.confirm.focus();
    await desk.keyboard.press("Enter");
    await expect(desk.getByText("Semua resi sudah dijawab.")).toBeVisible();
    const said = Object.values(await answersIn(server));
    expect(said.filter((each) => each === "confirmed")).toHaveLength(39);
    await shoot(desk, "proof answered desk");
  });
});

test("on a phone the photo stays in sight beside the resi, and opens", async ({
  server,
  cast,
  open,
}) => {
  const { path, resi } = await buildProof(server, cast.seller, 30);
  const phone = await open(cast.operator, "phone");
  const proof = await openProof(phone, path);
  await proof.tick(resi[20]).check();
  const photo = phone.locator('a[href*="/photos/"]');
  await expect(photo).toBeInViewport();
  await expect(proof.confirm).toBeInViewport();
  await shoot(phone, "proof scrolled phone");
  await photo.tap();
  await expect(phone.getByRole("dialog")).toBeVisible();
  await phone.keyboard.press("Escape");
  await expect(proof.tick(resi[20])).toBeChecked();
});

test("without scripts a proof is sent and answered", async ({ server, cast, open }) => {
  const noScript = { ...PHONE, javaScriptEnabled: false };
  const resi = await buildResi(server, cast.seller, 2);
  const phone = await open(cast.seller, noScript);
  await phone.goto("/proofs/new");
  const files = phone.locator("input[type=file]").first();
  await files.setInputFiles(await drawPhoto("manifes", 150));
  await proofOn(phone).list.fill(resi.join("\n"));
  await proofOn(phone).send.click();
  await expect(phone.getByText("Bukti terkirim ke 2 laporan.")).toBeVisible();

  const desk = await open(cast.operator, { ...noScript, viewport: { width: 1440, height: 900 } });
  await desk.goto(new URL(phone.url()).pathname);
  const proof = proofOn(desk);
  await proof.tick(resi[0]).check();
  await proof.confirm.click();
  await expect(desk.getByText("1 resi dikonfirmasi.")).toBeVisible();
  await proof.confirm.click();
  await expect(desk.getByRole("alert").first()).toBeVisible();
  expect(await answersIn(server)).toEqual({ [`${resi[0]}`]: "confirmed" });
});

test("axe has nothing to say of shared proofs", async ({ server, cast, open }) => {
  const empty = await buildActor(server, { kind: "seller", name: "Toko baru" });
  const { path, resi } = await buildProof(server, cast.seller, 12);
  const rejectNothing = async (page: Page) => {
    await proofOn(page).fold.click();
    await proofOn(page).reject.click();
    await expect(page.getByRole("alert").first()).toBeVisible();
  };
  const answerOne = async (page: Page) => {
    await proofOn(page).tick(resi[4]).check();
    await proofOn(page).confirm.click();
    await expect(page.getByText("1 resi dikonfirmasi.")).toBeVisible();
  };
  const unfold = (page: Page) => page.getByText("Atau pilih dari laporan").click();
  const stops: [Person, Look][] = [
    [empty, { name: "proofs, none", path: "/proofs" }],
    [cast.seller, { name: "proofs", path: "/proofs" }],
    [cast.seller, { name: "new proof", path: "/proofs/new", act: unfold }],
    [cast.seller, { name: "proof, seller", path }],
    [cast.operator, { name: "proof, refused", path, act: rejectNothing }],
    [cast.operator, { name: "proof, answered", path, act: answerOne }],
    [cast.cs, { name: "proof, CS", path }],
  ];
  const found: string[] = [];
  const pages = new Map<Person, Page>();
  for (const [person, stop] of stops) {
    const page = pages.get(person) ?? (await open(person, PHONE));
    pages.set(person, page);
    found.push(...(await lookAt(page, stop)));
    await shoot(page, stop.name.replace(",", ""));
  }
  expect(found).toEqual([]);
});
