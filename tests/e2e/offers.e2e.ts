import { buildPickupRequest, everproCallback, newResi, track } from "../factories/parcels.ts";
import { expect, test } from "./fixtures.ts";

/** Friday morning: late since Saturday evening. */
const LATE = "2026-11-20T02:00:00Z";

test("what is late and not reported is one tap away", async ({ server, cast, open }) => {
  const resi = [newResi(), newResi()];
  await buildPickupRequest(server, { seller: cast.seller.slug, resi, requestedAt: LATE });
  const page = await open(cast.seller, "phone");
  await page.goto("/pickup-problem");
  await expect(page.getByText("2 paket ID Express lewat batas pick up.")).toBeVisible();
  await page.getByRole("button", { name: "Laporkan 2 paket" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/PP-/);
  await expect(page.getByText("Laporan dibuat dengan kategori Long pick up 3PL.")).toBeVisible();
  await page.goto("/pickup-problem?tab=all");
  for (const one of resi) await expect(page.getByText(one)).toBeVisible();
  await expect(page.getByText("Belum dilaporkan")).toBeHidden();
});

test("a parcel that the scanner passed over leads to its proof", async ({ server, cast, open }) => {
  const resi = Array.from({ length: 5 }, newResi);
  await buildPickupRequest(server, {
    seller: cast.seller.slug,
    resi,
    requestedAt: "2026-11-24T02:00:00Z",
  });
  const scanned = {
    method: "shipped_packages",
    data: resi.slice(1).map((awb) => ({ awb, shipped_at: "2026-11-24T09:00:00Z" })),
  };
  await track(server, "kiriminaja", scanned);
  await track(server, "everpro", everproCallback(resi[0] ?? "", "WAITING"));
  const page = await open(cast.seller);
  await page.goto("/pickup-problem");
  await expect(page.getByText("1 paket ID Express belum di-scan")).toBeVisible();
  await page.getByRole("link", { name: "Laporkan dengan bukti serah terima" }).click();
  await expect(page.getByText(resi[0] ?? "").first()).toBeVisible();
  await expect(page.getByRole("radio", { name: /Pick Up Scan Issue/ })).toBeVisible();
});
