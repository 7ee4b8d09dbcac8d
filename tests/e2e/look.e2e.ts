import { test } from "./fixtures.ts";
import { buildParcel } from "../factories/parcels.ts";

test("look", async ({ server, cast, open }) => {
  await buildParcel(server, { seller: cast.seller.slug });
  const page = await open(cast.seller, "phone");
  await page.goto("/pickup-problem");
  await page.screenshot({ path: "/tmp/look1.png" });
  await page.goto("/pickup-problem/new");
  await page.screenshot({ path: "/tmp/look2.png" });
  const cs = await open(cast.cs);
  await cs.goto("/stuck");
  await cs.screenshot({ path: "/tmp/look3.png" });
});
